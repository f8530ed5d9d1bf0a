import {
    ValidatingAdmissionPolicy,
    ValidatingAdmissionPolicyBinding,
} from "@pulumi/kubernetes/admissionregistration/v1/index.js";
import * as pulumi from "@pulumi/pulumi";
import { dnsLabel } from "../arguments/names";
import { checkArguments } from "../arguments/rules";
import { propagationHooks } from "../roles/propagation";
import type { AdmissionPoliciesArgs } from "./admission-policies-args";
import { admissionPoliciesRules } from "./admission-policies-rules";
import { heldPolicies, type HeldPolicy } from "./held-policies";

/**
 * Policies that the API server itself holds, in every namespace but those of AKS: what pods may do, row by row as once in
 * PodSecurityPolicy, and what Azure Policy cannot do, such as HTTPS for every ingress controller and hosts that belong
 * to one namespace. They judge Deployments and all other controllers, not only their pods, and both at creation and at
 * each change. What was there before can still be scaled and deleted. Works on any cluster from Kubernetes 1.30 on, by
 * `opts.provider`; no add-on is needed.
 *
 * Practices 6 and 9.
 * https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/
 */
export class AdmissionPolicies extends pulumi.ComponentResource {
    /** Names of the ValidatingAdmissionPolicies, known once their bindings are there. */
    readonly policyNames: pulumi.Output<string[]>;

    /** @throws every argument that cannot work, in one error, before anything is registered. */
    constructor(name: string, args: AdmissionPoliciesArgs = {}, opts?: pulumi.ComponentResourceOptions) {
        const checked = checkArguments("AdmissionPolicies", name, args, admissionPoliciesRules, opts);
        super("aksguard:index:AdmissionPolicies", name, {}, opts);

        const options = {
            parent: this,
            dependsOn: checked,
            hooks: propagationHooks(`aksguard:AdmissionPolicies:${name}:role-propagation`, "the API server"),
        };
        const bindings = heldPolicies(args).map((policy) => holdPolicy(name, policy, options));

        this.policyNames = pulumi.all(bindings.map(({ spec }) => spec.policyName));
        this.registerOutputs({ policyNames: this.policyNames });
    }
}

/** A policy does nothing before it is bound. */
function holdPolicy(
    name: string,
    { name: policyName, action, spec }: HeldPolicy,
    options: pulumi.CustomResourceOptions,
): ValidatingAdmissionPolicyBinding {
    const metadata = { name: `${dnsLabel(name, 63)}-${policyName}` };
    const policy = new ValidatingAdmissionPolicy(`${name}-${policyName}`, { metadata, spec }, options);
    return new ValidatingAdmissionPolicyBinding(
        `${name}-${policyName}`,
        { metadata, spec: { policyName: metadata.name, validationActions: [action] } },
        { ...options, dependsOn: [policy] },
    );
}
