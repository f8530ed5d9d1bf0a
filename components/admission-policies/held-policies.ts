import type * as pulumi from "@pulumi/pulumi";
import { liftAll } from "../arguments/lift";
import { namespacesOfAks } from "../arguments/system-namespaces";
import { AdmissionAction, type AdmissionPoliciesArgs, type AdmissionPolicyArgs } from "./admission-policies-args";
import { alwaysHeld, heldOnDemand } from "./policies";
import type { AdmissionPolicy } from "./policy";
import { policySpec } from "./policy-spec";

/** A policy with what the arguments say of it. */
export interface HeldPolicy {
    /** Last part of the names of its objects. */
    name: string;
    action: AdmissionAction;
    /** Specification of its ValidatingAdmissionPolicy. */
    spec: pulumi.Input<ReturnType<typeof policySpec>>;
}

/** Makes a policy of what its argument says. */
type Maker = (own: object) => AdmissionPolicy;

/** The policies that the arguments ask for. */
export function heldPolicies(args: AdmissionPoliciesArgs): HeldPolicy[] {
    const given = args as Readonly<Record<string, AdmissionPolicyArgs | undefined>>;
    const always = Object.entries(alwaysHeld).map(([argument, make]) =>
        heldPolicy(argument, make, given[argument] ?? {}, args),
    );
    const onDemand = Object.entries(heldOnDemand).flatMap(([argument, make]) => {
        const own = given[argument];
        return own === undefined ? [] : [heldPolicy(argument, make as Maker, own, args)];
    });
    return [...always, ...onDemand];
}

function heldPolicy(
    argument: string,
    make: Maker,
    own: AdmissionPolicyArgs,
    { excludedNamespaces = [], kured }: AdmissionPoliciesArgs,
): HeldPolicy {
    const spec = liftAll({ own, excludedNamespaces, kured }, (known) =>
        policySpec(make(known.own), {
            namespaces: [...namespacesOfAks, ...known.excludedNamespaces, ...(known.own.excludedNamespaces ?? [])],
            kured: known.kured,
        }),
    );
    return { name: kebab(argument), action: own.action ?? AdmissionAction.Deny, spec };
}

/** `hostPaths` is called `host-paths` in names. */
function kebab(argument: string): string {
    return argument.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
