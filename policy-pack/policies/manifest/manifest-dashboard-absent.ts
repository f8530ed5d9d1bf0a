/**
 * By manifest the Kubernetes dashboard comes from a URL that one line of a program names.
 *
 * Checked property:  ConfigFile `file`, ConfigGroup `files`, `yaml`, `objs`, kustomize Directory `directory`
 * Compliant values:  no file, URL or document of the dashboard
 * When unset:        compliant
 */
import { isDashboardImage, isDashboardSource } from "../../dashboard";
import { quote, quoteUrl } from "../../message";
import { check, definePolicy, each, type Finding } from "../../policy";
import type { Property } from "../../property";
import { manifest } from "../../resources/manifest";
import { workloadOf } from "../../resources/workload";
import { documentsOf } from "../../values/yaml-text";

export const manifestDashboardAbsent = definePolicy({
    name: "manifest-dashboard-absent",
    description: "Manifests must not install the Kubernetes dashboard.",
    remediationSteps: "Remove the manifest; use the resource view of the Azure portal or Headlamp.",
    severity: "high",
    practice: 5,
    equivalents: [],
    checks: [
        check(manifest, function* ({ sources, texts, objects }) {
            yield* each(sources, function* (source) {
                const value = source.string() ?? "";
                if (!isDashboardSource(value)) return;
                yield `\`${source.path}\` is ${quoteUrl(value)}, a manifest of the Kubernetes dashboard; set it to another manifest.`;
            });
            yield* each(texts, (text) => each(documentsOf(text), (document) => judgeDocument(text, document)));
            yield* each(objects, (object) => judgeDocument(object, object));
        }),
    ],
});

function* judgeDocument(source: Property, document: Property): Generator<Finding> {
    const containers = workloadOf(document, document.at("kind").string() ?? "")?.containers ?? [];
    yield* each(containers, (list) =>
        each(list.elements(), function* (container) {
            const image = container.at("image").string() ?? "";
            if (!isDashboardImage(image)) return;
            yield `\`${source.path}\` is a document with image ${quote(image)} of the Kubernetes dashboard; set it to another document.`;
        }),
    );
}
