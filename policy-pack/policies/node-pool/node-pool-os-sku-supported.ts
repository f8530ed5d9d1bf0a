/**
 * A node image that AKS no longer builds has every vulnerability that was found since.
 *
 * Checked property:  AgentPool `osSKU`
 * Compliant values:  any but the configured retired ones
 * When unset:        compliant (AKS takes a current operating system)
 */
import { quote } from "../../message";
import { check, definePolicy } from "../../policy";
import { agentPool } from "../../resources/agent-pool";

interface Config {
    readonly retiredOsSkus: readonly string[];
}

/**
 * Azure Linux 2 under its old names (until 30 November 2025), and Windows images (until March and May of 2026). The list ages:
 * `retiredOsSkus` replaces it. https://learn.microsoft.com/azure/aks/upgrade-os-version
 */
const retired = ["CBLMariner", "Mariner", "Windows2019", "WindowsAnnual"];

export const nodePoolOsSkuSupported = definePolicy<Config>({
    name: "node-pool-os-sku-supported",
    description: "Node pools of AKS clusters must run an operating system that gets updates.",
    remediationSteps: "Move the pool to AzureLinux, Ubuntu or Windows2022.",
    severity: "high",
    practice: "beyond",
    equivalents: [],
    configSchema: {
        properties: {
            retiredOsSkus: {
                type: "array",
                items: { type: "string" },
                default: retired,
                description: "The operating systems that fail, in any case.",
            },
        },
    },
    checks: [
        check(agentPool, function* ({ osSKU }, { retiredOsSkus }) {
            const found = osSKU.effective.toLowerCase();
            if (!retiredOsSkus.some((name) => name.toLowerCase() === found)) return;
            const current = found.startsWith("windows") ? "Windows2022" : "AzureLinux";
            yield `\`${osSKU.path}\` is ${quote(osSKU.effective)}, which gets no more updates; set it to \`${current}\`.`;
        }),
    ],
});
