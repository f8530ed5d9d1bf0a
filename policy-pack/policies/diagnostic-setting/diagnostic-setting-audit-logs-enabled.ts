/**
 * Without audit logs, nobody can say later who did what in a cluster, nor find out while it happens.
 *
 * Checked property:  DiagnosticSetting `logs` of a cluster
 * Compliant values:  `guard`, and `kube-audit-admin` or `kube-audit`, enabled; or a group that has them (`audit`, `allLogs`)
 * When unset:        not applicable (the setting sends metrics only)
 */
import { check, definePolicy, notApplicable } from "../../policy";
import type { Property } from "../../property";
import { diagnosticSetting, type DiagnosticSetting, type LogEntry } from "../../resources/diagnostic-setting";

/** What must be sent: one category of each line. The first is the one to advise. */
const demanded = [
    { categories: ["kube-audit-admin", "kube-audit"], lost: "who changed what" },
    { categories: ["guard"], lost: "who signed in" },
];

/** Groups that have the audit logs of a cluster. */
const groups = ["audit", "alllogs"];

export const diagnosticSettingAuditLogsEnabled = definePolicy({
    name: "diagnostic-setting-audit-logs-enabled",
    description: "Diagnostic settings of AKS clusters must send the audit logs.",
    remediationSteps: "Enable the log categories `kube-audit-admin` (or `kube-audit`) and `guard`.",
    severity: "high",
    practice: 7,
    equivalents: ["azure-policy:245fc9df-fa96-4414-9a0b-3738c2f7341c", "psrule:AZR-000022", "cis-aks-1.8:2.1.1"],
    checks: [
        check(diagnosticSetting, function* (setting) {
            const reason = whyNotOfCluster(setting);
            if (reason !== undefined) return notApplicable(reason);

            const entries = setting.entries();
            if (entries.some((entry) => groups.includes(nameOf(entry.categoryGroup)) && entry.enabled.effective)) {
                return undefined;
            }
            for (const { categories, lost } of demanded) {
                const [advised = ""] = categories;
                const found = entries.filter(({ category }) => categories.includes(nameOf(category)));
                if (found.some(({ enabled }) => enabled.effective)) continue;
                const [off] = found;
                yield off === undefined
                    ? `\`${setting.logs.path}\` is without \`${advised}\`, and nobody can say later ${lost}; set it to a list in which that category is enabled.`
                    : `\`${off.enabled.path}\` is ${off.enabled.value === undefined ? "unset" : "`false`"}, and nobody can say later ${lost}; set it to \`true\`.`;
            }
            return undefined;
        }),
    ],
});

/**
 * Why a setting does not concern a cluster. At preview the id of its resource is often not known: then its categories tell,
 * because no other resource has those of a cluster.
 */
function whyNotOfCluster(setting: DiagnosticSetting): string | undefined {
    const { resourceUri } = setting;
    const isOther = resourceUri.isKnown && !/\/managedClusters\/[^/]+\/?$/i.test(resourceUri.string() ?? "");
    if (isOther) return "the resource is no cluster";
    const entries = setting.entries();
    if (entries.length === 0) return "the setting sends no logs";
    if (resourceUri.isKnown || entries.some(isOfCluster)) return undefined;
    // A group that every resource may have decides nothing, and has the audit logs if this is a cluster.
    const groupsOnly = entries.every(({ category }) => nameOf(category) === "");
    return groupsOnly ? "the categories are those of any resource" : "the categories are not those of a cluster";
}

function isOfCluster({ category }: LogEntry): boolean {
    return /^(?:kube-.*|guard|cluster-autoscaler|cloud-controller-manager|csi-.*|fleet-.*|karpenter-.*)$/.test(
        nameOf(category),
    );
}

function nameOf(property: Property): string {
    return property.string()?.toLowerCase() ?? "";
}
