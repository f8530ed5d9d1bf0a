import type { PolicyConfigSchema, PolicyResource } from "@pulumi/policy";

import { stated, type StackPolicy, type Statement } from "./policy";
import { runRecord, type RunRecord } from "./serving/run-record";

/** What a report has beside the record of the run. */
export interface Circumstances {
    readonly resources: readonly PolicyResource[];
    readonly now: Date;
}

/** A policy that says what happened while the others judged: words, severity, and the report. */
export interface RunReport extends Omit<Statement, "practice" | "equivalents"> {
    /** What can be configured, each with its default. */
    readonly configSchema?: PolicyConfigSchema;
    /** Sentences; none where there is nothing to say. */
    readonly report: (record: RunRecord, circumstances: Circumstances) => Iterable<string>;
}

/** Makes a policy that reports on the run, once for the whole stack. It belongs to no practice. */
export function reportRun({ configSchema, report, ...words }: RunReport): StackPolicy {
    return {
        ...stated({ ...words, equivalents: [] }, ["Stack"]),
        ...(configSchema === undefined ? {} : { configSchema }),
        reads: () => false,
        validateStack: ({ resources }, reportViolation) => {
            const sentences = [...report(runRecord, { resources, now: new Date() })];
            if (sentences.length > 0) reportViolation(sentences.join("\n"));
        },
    };
}
