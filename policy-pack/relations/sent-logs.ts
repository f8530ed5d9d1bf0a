import { some, type Judgement, type ResourceKind } from "../policy";
import { diagnosticSetting, type DiagnosticSetting } from "../resources/diagnostic-setting";
import { doubts, type Relation, type Stack, type StackResource } from "../stack-policy";

/** That a diagnostic setting is that of a resource. */
export function settingOf(kind: ResourceKind<unknown>): Relation<DiagnosticSetting, unknown> {
    return { from: diagnosticSetting, to: kind, reference: ({ resourceUri }) => resourceUri };
}

/** Demands that a diagnostic setting sends logs of a resource; which ones, policies on the setting itself judge. */
export function* logsAreSent(
    resource: StackResource,
    stack: Stack,
    relation: Relation<DiagnosticSetting, unknown>,
    { lost, advised }: { readonly lost: string; readonly advised: string },
): Judgement {
    const { found, undecided } = stack.sources(relation, resource);
    const areSent = some(
        ...found.map(
            ({ view }) =>
                () =>
                    some(
                        ...view.entries().map(
                            ({ enabled }) =>
                                () =>
                                    enabled.effective,
                        ),
                    ),
        ),
        ...doubts(undecided),
    );
    if (areSent) return;
    yield `\`${resource.properties.path}\` is without a DiagnosticSetting that sends its logs, and nobody can say later ${lost}; set it to one with ${advised}.`;
}
