import { choiceProblems, namesAreKnown } from "../arguments/forms";
import type { Rule } from "../arguments/rules";
import { AlertSeverity, type ThreatDetectionArgs } from "./threat-detection-args";

/** What must hold between the arguments of threat detection. */
export const threatDetectionRules: Rule<ThreatDetectionArgs>[] = [
    namesAreKnown<ThreatDetectionArgs>({
        alertEmails: true,
        minimalAlertSeverity: true,
        location: true,
        tags: true,
    }),
    function* emailsAreAddresses({ alertEmails }) {
        if (alertEmails?.length === 0) {
            yield {
                argument: "alertEmails",
                found: alertEmails,
                why: "and the subscription would be left without any address",
                remedy: "Name an address, or leave it out",
            };
        }
        for (const [index, email] of (alertEmails ?? []).entries()) {
            if (!/^[^\s;@[\]]+@[^\s;@[\]]+\.[^\s;@[\]]+$/.test(email)) {
                yield {
                    argument: `alertEmails[${String(index)}]`,
                    found: email,
                    why: "which is no mail address",
                    remedy: "Set one address for each entry, such as security@example.com",
                };
            }
        }
    },
    ({ minimalAlertSeverity }) => choiceProblems("minimalAlertSeverity", minimalAlertSeverity, AlertSeverity),
    function* severityHasReaders({ alertEmails, minimalAlertSeverity }) {
        if (alertEmails === undefined && minimalAlertSeverity !== undefined) {
            yield {
                argument: "minimalAlertSeverity",
                found: minimalAlertSeverity,
                why: "and nobody is mailed",
                remedy: "Set alertEmails, or leave it out",
            };
        }
    },
];
