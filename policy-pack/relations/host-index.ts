import type { Property } from "../property";
import { hostClaim } from "../resources/host-claim";
import { attempt } from "./stack-index";
import type { Stack, StackResource } from "../stack-policy";

/** That an object of a namespace serves a host. */
export interface Claim {
    readonly host: string;
    /** Where the host is named. */
    readonly property: Property;
    readonly namespace: Property;
    readonly resource: StackResource;
    readonly hasDeepWildcards: boolean;
}

/** Which namespaces serve which hosts in a stack: of each namespace one claim is enough. */
export class HostIndex {
    private readonly byHost = new Map<string, Map<string, Claim>>();

    constructor(stack: Stack) {
        for (const { view, resource } of stack.of(hostClaim)) {
            const { namespace, hasDeepWildcards } = view;
            for (const { property, hosts } of readable(() => view.sources())) {
                for (const host of readable(hosts)) {
                    this.add({ host, property, namespace, resource, hasDeepWildcards });
                }
            }
        }
    }

    /** The claims on a host, or on a wildcard that it falls under: one of each namespace. */
    *claimsOn(host: string): Generator<Claim> {
        yield* this.claimsOf(host);
        const labels = host.split(".");
        // Stryker disable next-line EqualityOperator: nobody has the host "*.".
        for (let depth = 1; depth < labels.length; depth++) {
            const wildcard = `*.${labels.slice(depth).join(".")}`;
            for (const claim of this.claimsOf(wildcard)) {
                if (depth === 1 || claim.hasDeepWildcards) yield claim;
            }
        }
    }

    private claimsOf(host: string): Iterable<Claim> {
        return this.byHost.get(host)?.values() ?? [];
    }

    private add(claim: Claim): void {
        const ofHost = this.byHost.get(claim.host) ?? new Map<string, Claim>();
        this.byHost.set(claim.host, ofHost);
        const { resource, namespace, hasDeepWildcards } = claim;
        const key = [
            resource.providerUrn,
            namespaceName(namespace) ?? `${resource.urn} ${namespace.path}`,
            hasDeepWildcards,
        ].join(" ");
        if (!ofHost.has(key)) ofHost.set(key, claim);
    }
}

/** The name of a namespace, as the API server sees it; `undefined` while it is not known. */
export function namespaceName(namespace: Property): string | undefined {
    if (!namespace.isKnown) return undefined;
    const { value } = namespace;
    return typeof value === "string" && value !== "" ? value : "default";
}

/** What can be read. The rest is for the judgement of its own object to say. */
function readable<Item>(read: () => Item[]): Item[] {
    const items: Item[] = [];
    attempt(() => items.push(...read()));
    return items;
}
