import type { Exemption } from "./exemptions";

/** That a policy would have objected, and an exemption kept it from that. */
export interface Use {
    readonly policy: string;
    readonly exemption: Exemption;
    /** The resources, by URN. */
    readonly urns: Set<string>;
}

/** An exemption that a program asks for, and does not get. */
export interface Refusal {
    readonly policy: string;
    readonly urn: string;
    /** Why, as the end of a sentence. */
    readonly why: string;
}

/** What happens while a stack is judged, beside verdicts: what is exempt, and what nobody could see. */
export class RunRecord {
    private readonly exemptionsByPolicy = new Map<string, readonly Exemption[]>();
    private readonly usesByExemption = new Map<string, Use>();

    /** The resources that policies saw, by URN. */
    readonly seen = new Set<string>();
    /** The resources of which a policy could not decide something, by URN. */
    readonly undetermined = new Set<string>();
    private readonly refusalsByPolicyAndUrn = new Map<string, Refusal>();
    /** By URN, the properties that policies judge and of which Pulumi ignores what the program says. */
    readonly ignoredChanges = new Map<string, Set<string>>();
    /** The resources that policies judge and did not see, because they were read and not registered, by URN. */
    readonly unseen = new Set<string>();

    /** Keeps what the configuration exempts from a policy. */
    configure(policy: string, exemptions: readonly Exemption[]): void {
        if (exemptions.length > 0) this.exemptionsByPolicy.set(policy, exemptions);
    }

    /** Keeps that an exemption was needed. */
    use(policy: string, exemption: Exemption, urn: string): void {
        const key = keyOf(policy, exemption);
        const use = this.usesByExemption.get(key) ?? { policy, exemption, urns: new Set() };
        use.urns.add(urn);
        this.usesByExemption.set(key, use);
    }

    /** Keeps that a program asked for an exemption in vain. */
    refuse(refusal: Refusal): void {
        this.refusalsByPolicyAndUrn.set(JSON.stringify([refusal.policy, refusal.urn]), refusal);
    }

    /** What programs asked for in vain. */
    get refusals(): Refusal[] {
        return [...this.refusalsByPolicyAndUrn.values()];
    }

    /** Keeps that a property is judged by what it was, not by what the program says. */
    ignore(urn: string, property: string): void {
        const properties = this.ignoredChanges.get(urn) ?? new Set();
        this.ignoredChanges.set(urn, properties.add(property));
    }

    /** The exemptions that were needed. */
    get uses(): Use[] {
        return [...this.usesByExemption.values()];
    }

    /** Every exemption of the configuration. */
    get configured(): { readonly policy: string; readonly exemption: Exemption }[] {
        return [...this.exemptionsByPolicy].flatMap(([policy, exemptions]) =>
            exemptions.map((exemption) => ({ policy, exemption })),
        );
    }

    /** Whether an exemption was needed. */
    isUsed(policy: string, exemption: Exemption): boolean {
        return this.usesByExemption.has(keyOf(policy, exemption));
    }
}

/** The record of this process: the engine starts a new one for every preview and update. */
export const runRecord = new RunRecord();

function keyOf(policy: string, exemption: Exemption): string {
    return JSON.stringify([policy, exemption]);
}
