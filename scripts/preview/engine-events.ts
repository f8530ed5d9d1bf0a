/**
 * The events of the engine that a report reads, one JSON object a line in the file of `--event-log`.
 * The whole list: `EngineEvent` in @pulumi/pulumi/automation/events.
 */
export interface EngineEvent {
    resourcePreEvent?: { metadata: { urn: string; type: string } };
    policyEvent?: {
        resourceUrn?: string;
        message: string;
        policyName: string;
        policyPackName: string;
        enforcementLevel: string;
    };
    policyAnalyzeSummaryEvent?: PolicySummary & { resourceUrn: string };
    policyAnalyzeStackSummaryEvent?: PolicySummary;
}

interface PolicySummary {
    policyPackName: string;
    passed?: string[] | null;
    failed?: string[] | null;
}

/** Reads the text of an event log. A last line that was cut off, by an interrupt, is left out. */
export function parseEventLog(text: string): EngineEvent[] {
    return text.split("\n").flatMap((line) => {
        try {
            return line.trim() === "" ? [] : [JSON.parse(line) as EngineEvent];
        } catch {
            return [];
        }
    });
}

/** How many resources a program registered, besides the stack itself. */
export function registeredResources(events: readonly EngineEvent[]): number {
    const urns = events.flatMap(({ resourcePreEvent }) =>
        resourcePreEvent === undefined || resourcePreEvent.metadata.type === "pulumi:pulumi:Stack"
            ? []
            : [resourcePreEvent.metadata.urn],
    );
    return new Set(urns).size;
}
