import type { ResourceKind } from "../policy";
import type { Property } from "../property";
import { chart } from "./chart";
import { manifest } from "./manifest";
import { pod } from "./pod";

/** Where the Kubernetes reboot daemon comes from. */
export interface Kured {
    /** What tells that it is one: an image, a chart, an address. */
    readonly property: Property;
}

const isKured = /(?:^|[/@])kured(?:$|[-:@./])/;

/** Objects, charts and manifests of kured. What is not known before the update is not looked for. */
export const kured: ResourceKind<Kured> = {
    name: "kured",
    matches: (type) => /:DaemonSet(?:List)?$/.test(type) || chart.matches(type) || manifest.matches(type),
    *views(resource) {
        for (const property of candidates(resource)) {
            const value = property.isKnown ? property.value : undefined;
            if (typeof value === "string" && isKured.test(value)) {
                yield { property };
                return;
            }
        }
    },
};

function* candidates(resource: Parameters<typeof kured.views>[0]): Generator<Property> {
    const { type } = resource;
    if (chart.matches(type)) for (const { names } of chart.views(resource)) yield* names;
    if (manifest.matches(type)) for (const { sources } of manifest.views(resource)) yield* sources;
    if (!pod.matches(type)) return;
    for (const { containers } of pod.views(resource)) {
        for (const list of containers.filter(({ isKnown }) => isKnown)) {
            yield* list.elements().map((container) => container.at("image"));
        }
    }
}
