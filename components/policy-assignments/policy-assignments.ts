import { PolicyAssignment } from "@pulumi/azure-native/authorization/index.js";
import * as pulumi from "@pulumi/pulumi";
import { dnsLabel } from "../arguments/names";
import { checkArguments } from "../arguments/rules";
import { assignedPolicies } from "./assigned-policies";
import type { PolicyAssignmentsArgs } from "./policy-assignments-args";
import { policyAssignmentsRules } from "./policy-assignments-rules";

/** Most characters of a name at a resource group, a subscription and a resource. */
const longestName = 64;
const longestLabel = 40;

/**
 * Assigns the built-in policies of Azure for Kubernetes, with the effect Deny: the clusters in the scope refuse what
 * breaks them. Works for any clusters with the Azure Policy add-on, by the id of their resource group, of their
 * subscription, or of one cluster.
 *
 * Practice 9, and what Azure Policy can do of practice 6. Without any argument beside the scope: pods meet the Baseline
 * pod security standard (and are audited against the Restricted one), mount no host paths and no FlexVolumes; containers
 * are not privileged; ingresses are served by HTTPS; load balancers are internal; services take no external addresses.
 * With an argument each: allowed images, service ports, container ports, labels of pods, limits of CPU and memory.
 *
 * Not covered: hosts of ingresses that two namespaces claim, until Azure has a definition again (`uniqueIngressHosts`),
 * ports that a container listens on without declaring them, and ingresses of controllers that Azure does not know
 * (`httpsIngress`). The pod security standards of Azure Policy leave out some of what those of Kubernetes have, such as
 * AppArmor, SELinux and sysctls: label namespaces for pod security admission as well.
 *
 * A cluster looks for assignments every 15 minutes. Whoever deploys needs Resource Policy Contributor or Owner.
 * https://learn.microsoft.com/azure/aks/use-azure-policy
 */
export class PolicyAssignments extends pulumi.ComponentResource {
    /** ARM ids of the assignments, by policy, such as `container-images`. */
    readonly assignmentIds: pulumi.Output<Record<string, string>>;

    /** @throws every argument that cannot work, in one error, before anything is registered. */
    constructor(name: string, args: PolicyAssignmentsArgs, opts?: pulumi.ComponentResourceOptions) {
        const checked = checkArguments("PolicyAssignments", name, args, policyAssignmentsRules, opts);
        super("aksguard:index:PolicyAssignments", name, {}, opts);

        const assignments = assignedPolicies(args).map(
            ({ suffix, definition, title, description, parameters }) =>
                [
                    suffix,
                    new PolicyAssignment(
                        `${name}-${suffix}`,
                        {
                            scope: args.scope,
                            policyAssignmentName: dnsLabel(`${name}-${suffix}`, longestName),
                            displayName: `AKS ${title} (${dnsLabel(name, longestLabel)})`,
                            description,
                            policyDefinitionId: definition.id,
                            definitionVersion: definition.version,
                            enforcementMode: args.dryRun === true ? "DoNotEnforce" : "Default",
                            // No messages of our own: ARM takes them only for definitions of its own modes.
                            parameters,
                        },
                        {
                            parent: this,
                            dependsOn: checked,
                            // An assignment keeps its definition for life, and its name is taken until it is gone.
                            replaceOnChanges: ["policyDefinitionId"],
                            deleteBeforeReplace: true,
                        },
                    ),
                ] as const,
        );

        this.assignmentIds = pulumi.output(Object.fromEntries(assignments.map(([suffix, { id }]) => [suffix, id])));
        this.registerOutputs({ assignmentIds: this.assignmentIds });
    }
}
