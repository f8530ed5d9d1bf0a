/**
 * An exemption is a promise with a last day. Whoever reads a preview must see what is promised, and what is over.
 *
 * Checked property:  `exemptions` in the configuration of every policy; requests for exemptions in the program
 * Compliant values:  none that is in use, has expired, is not needed or is refused
 * When unset:        compliant
 */
import { isExpired } from "../../serving/exemptions";
import { quote } from "../../message";
import { reportRun } from "../../report-run";
import { nameOfUrn } from "../../urn";

export const stackExemptionsCurrent = reportRun({
    name: "stack-exemptions-current",
    description: "Exemptions should be few, needed and current.",
    remediationSteps: "Mend the resource, then remove the exemption.",
    severity: "low",
    advisory: "an exemption is a decision, not a violation",
    configSchema: {
        properties: {
            exemptionsInProgram: {
                type: "boolean",
                default: false,
                description: "Whether a program may exempt its own resources, by annotations and tags.",
            },
        },
    },
    *report(record, { now }) {
        const { configured, uses, refusals } = record;
        for (const { policy, exemption, urns } of uses) {
            const { reason, expires, owner } = exemption;
            const [first = "", ...others] = [...urns].map(nameOfUrn);
            const resources = `${quote(first)}${others.length === 0 ? "" : ` and ${others.length} more`}`;
            const who = owner === undefined ? "" : `, says ${quote(owner)}`;
            yield `\`${policy}\` does not judge ${resources} until ${expires}: ${quote(reason)}${who}.`;
        }
        for (const { policy, exemption } of configured) {
            const { resource, expires, reason } = exemption;
            if (isExpired(exemption, now)) {
                yield `\`${policy}\` judges ${quote(resource)} again: its exemption ended on ${expires} (${quote(reason)}); remove or renew it.`;
            } else if (!record.isUsed(policy, exemption)) {
                yield `\`${policy}\` has an exemption of ${quote(resource)} that no resource needs; remove it.`;
            }
        }
        for (const { policy, urn, why } of refusals) {
            yield `${quote(nameOfUrn(urn))} asks to be exempt from \`${policy}\`, in vain: ${why}.`;
        }
    },
});
