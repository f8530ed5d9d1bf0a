import { practices } from "../../policy-pack/practices";
import type { Equivalent, Policy } from "../../policy-pack/policy";

/** How other tools are called, by the prefix of their tags. */
export const tools: Readonly<Record<string, string>> = {
    "azure-policy": "Azure Policy",
    psrule: "PSRule for Azure",
    checkov: "Checkov",
    trivy: "Trivy",
    "cis-aks-1.8": "CIS AKS Benchmark 1.8",
    pss: "Pod Security Standards",
};

/** The tool and the id of an equivalent. */
export function splitEquivalent(equivalent: Equivalent): { tool: string; id: string } {
    const [prefix = "", ...id] = equivalent.split(":");
    return { tool: tools[prefix] ?? prefix, id: id.join(":") };
}

/** The level with its reason. */
export function levelOf({ advisory }: Policy): string {
    return advisory === undefined ? "mandatory" : `advisory: ${advisory}`;
}

/** The practice as it is written in tables. */
export function practiceTitle({ practice }: Pick<Policy, "practice">): string {
    if (practice === undefined) return "The gate itself";
    return practice === "beyond" ? practices.beyond : `${practice}. ${practices[practice]}`;
}
