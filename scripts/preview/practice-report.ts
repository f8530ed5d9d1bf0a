import type { Practice } from "../../policy-pack/practices";
import type { EngineEvent } from "./engine-events";

/** A policy as the report needs it. */
export interface ReportedPolicy {
    name: string;
    /** The practice that it belongs to, if it belongs to one. */
    practice: Practice | undefined;
}

/**
 * What became of a practice, the gravest first: a mandatory violation; a value that is not known before the update, so
 * that a policy could not decide; an exemption that is needed; an advisory violation; every policy that had something to
 * look at passed; no resource for any of its policies; no policy.
 */
export type PracticeState =
    "violated" | "undetermined" | "exempt" | "advisory" | "held" | "no resource" | "not covered";

/** One practice and its state. */
export interface PracticeRow {
    practice: Practice;
    state: PracticeState;
    /** Policies that decide the state. For `held`: all that passed. */
    policies: string[];
    /** URNs of the resources that these policies looked at. */
    resources: string[];
}

/** One thing that a policy found out about a resource. */
interface Finding {
    policy: string;
    /** Absent for policies that look at the whole stack. */
    resource: string | undefined;
    state: "violated" | "undetermined" | "exempt" | "advisory" | "held";
}

const gravest: PracticeState[] = ["violated", "undetermined", "exempt", "advisory", "held"];

/** The state of each practice, computed from what the engine told of the policies of one pack. */
export function practiceReport(
    practices: readonly Practice[],
    policies: readonly ReportedPolicy[],
    events: readonly EngineEvent[],
    pack: string,
): PracticeRow[] {
    const findings = events.flatMap((event) => findingsOf(event, pack));
    return practices.map((practice) => {
        const names = policies.filter((policy) => policy.practice === practice).map(({ name }) => name);
        const found = findings.filter(({ policy }) => names.includes(policy));
        const state = gravest.find((candidate) => found.some((finding) => finding.state === candidate));
        if (state === undefined) {
            return { practice, state: names.length === 0 ? "not covered" : "no resource", policies: [], resources: [] };
        }
        const deciding = found.filter((finding) => finding.state === state);
        return {
            practice,
            state,
            policies: distinct(deciding.map(({ policy }) => policy)),
            resources: distinct(deciding.flatMap(({ resource }) => resource ?? [])),
        };
    });
}

function findingsOf(event: EngineEvent, pack: string): Finding[] {
    const { policyEvent, policyAnalyzeSummaryEvent, policyAnalyzeStackSummaryEvent } = event;
    if (policyEvent?.policyPackName === pack) {
        const { policyName, message } = policyEvent;
        // This policy speaks of others, of which nothing else tells that they would have objected.
        if (policyName === "stack-exemptions-current") {
            return [...message.matchAll(exempt)].map(([, policy = ""]) => ({
                policy,
                resource: undefined,
                state: "exempt",
            }));
        }
        return [
            { policy: policyEvent.policyName, resource: policyEvent.resourceUrn, state: stateOfViolation(policyEvent) },
        ];
    }
    const summary = policyAnalyzeSummaryEvent ?? policyAnalyzeStackSummaryEvent;
    if (summary?.policyPackName !== pack) {
        return [];
    }
    const resource = policyAnalyzeSummaryEvent?.resourceUrn;
    return (summary.passed ?? []).map((policy) => ({ policy, resource, state: "held" }));
}

/** How a policy is named that does not judge a resource. */
const exempt = /^`([\w-]+)` does not judge /gm;

/** The policy SDK tells of a value that is not known yet as of an advisory violation, with these words. */
const undetermined = /can't run policy '[^']*' .*during preview/;

function stateOfViolation({ message, enforcementLevel }: { message: string; enforcementLevel: string }) {
    if (enforcementLevel === "mandatory") {
        return "violated";
    }
    return undetermined.test(message) ? "undetermined" : "advisory";
}

function distinct(values: readonly string[]): string[] {
    return [...new Set(values)].sort();
}
