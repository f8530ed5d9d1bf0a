import { guarded, notApplicable, type Finding, type Judgement } from "../policy";

/**
 * What `body` finds, unless an excuse holds. The excuse is asked only where something was found: one that is not known
 * yet leaves nothing else undecided.
 */
export function* unless(excuse: () => boolean, reason: string, body: () => Judgement): Judgement {
    const judgement = guarded(body);
    const findings: Finding[] = [];
    let step = judgement.next();
    while (step.done !== true) {
        findings.push(step.value);
        step = judgement.next();
    }
    if (findings.length > 0 && excuse()) return notApplicable(reason);
    yield* findings;
    return step.value;
}
