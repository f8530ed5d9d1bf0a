import type * as pulumi from "@pulumi/pulumi";
import { parseNetwork } from "../arguments/addresses";
import {
    listProblems,
    namesAreKnown,
    partProblems,
    requiredResourceIdProblems,
    resourceForms,
    resourceIdProblems,
    zoneProblems,
} from "../arguments/forms";
import type { Problem } from "../arguments/problem";
import { parseResourceId } from "../arguments/resource-id";
import type { Rule } from "../arguments/rules";
import type { EgressFirewallArgs, EgressFirewallShapeArgs } from "./egress-firewall-args";

type Args = pulumi.Unwrap<EgressFirewallArgs>;

/** What must hold between the arguments of a firewall. */
export const egressFirewallRules: Rule<EgressFirewallArgs>[] = [
    namesAreKnown<EgressFirewallArgs>({
        resourceGroupName: true,
        subnetId: true,
        sourceAddresses: true,
        location: true,
        allowedFqdns: true,
        zones: true,
        workspaceId: true,
        tags: true,
    }),
    subnetIsForFirewalls,
    sourcesAreNetworks,
    (args) => allowedFqdnProblems("", args.allowedFqdns),
    (args) => zoneProblems("", args.zones),
    ({ workspaceId }) => resourceIdProblems("workspaceId", workspaceId, resourceForms.workspace),
];

/** ARM's own name of a subnet that a firewall can be in. */
export const firewallSubnetName = "AzureFirewallSubnet";

function* subnetIsForFirewalls({ subnetId }: Args): Iterable<Problem> {
    yield* requiredResourceIdProblems("subnetId", subnetId, resourceForms.subnet);
    const name = parseResourceId(subnetId)?.names[1];
    if (name !== undefined && name.toLowerCase() !== firewallSubnetName.toLowerCase()) {
        yield {
            argument: "subnetId",
            found: subnetId,
            why: `where Azure puts firewalls only into a subnet that is named ${firewallSubnetName}`,
            remedy: `Set the id of ${firewallSubnetName}, a /26 that holds nothing else`,
        };
    }
}

function* sourcesAreNetworks({ sourceAddresses }: Args): Iterable<Problem> {
    if (sourceAddresses.length === 0) {
        yield {
            argument: "sourceAddresses",
            found: sourceAddresses,
            why: "and the firewall would let nobody out",
            remedy: "Set the networks of the nodes",
        };
    }
    for (const [index, found] of sourceAddresses.entries()) {
        const parsed = parseNetwork(found);
        if ("why" in parsed) {
            yield { argument: `sourceAddresses[${String(index)}]`, found, ...parsed };
        }
    }
}

/** Problems of names that a firewall lets out; `path` ends with a dot where they are part of another argument. */
export function* allowedFqdnProblems(path: string, allowedFqdns: unknown): Iterable<Problem> {
    yield* listProblems(`${path}allowedFqdns`, allowedFqdns);
    for (const [index, found] of Array.isArray(allowedFqdns) ? allowedFqdns.entries() : []) {
        if (typeof found !== "string" || !/^(\*\.)?([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*$/i.test(found)) {
            yield {
                argument: `${path}allowedFqdns[${String(index)}]`,
                found,
                why:
                    found === "*"
                        ? "which lets everything out, as if there were no firewall"
                        : "which is not the name of a host",
                remedy: 'Set a name without scheme, port and path, such as "api.example.org" or "*.example.org"',
            };
        }
    }
}

/** Problems of the shape of a firewall that another component makes. */
export function* firewallShapeProblems(
    argument: string,
    shape: pulumi.Unwrap<EgressFirewallShapeArgs>,
): Iterable<Problem> {
    const names = { allowedFqdns: true, zones: true, workspaceId: true } as const;
    yield* partProblems<EgressFirewallShapeArgs>(argument, shape, names);
    yield* allowedFqdnProblems(`${argument}.`, shape.allowedFqdns);
    yield* zoneProblems(`${argument}.`, shape.zones);
    yield* resourceIdProblems(`${argument}.workspaceId`, shape.workspaceId, resourceForms.workspace);
}
