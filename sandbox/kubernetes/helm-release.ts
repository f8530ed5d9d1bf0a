import { type PropertyMap, type PropertyValue, isMap, knownString, textOf, valueAt } from "../providers/property";
import type { ApiServer } from "./api-server";
import { type ObjectReference, objectType } from "./object-type";

/** The token of a Helm chart that the provider itself installs. */
export const releaseToken = "kubernetes:helm.sh/v3:Release";

const asHelm = { fieldManager: "Helm", force: true, dryRun: false };

const secretType = objectType("", "v1", "Secret");
const namespaceType = objectType("", "v1", "Namespace");

/** Installs or upgrades: nothing of the chart, which nobody renders here, but Helm's own note that it is there. */
export async function installRelease(server: ApiServer, inputs: PropertyMap, upgrade: boolean): Promise<PropertyMap> {
    const reference = noteOf(textOf(inputs.namespace), textOf(inputs.name));
    if (upgrade) {
        const before = await server.get(reference);
        if (before === undefined) throw new Error(`release: not found`);
        const revision = Number(textOf(valueAt(before, "metadata", "labels", "version"))) + 1;
        await server.apply(reference, note(reference, inputs, revision), asHelm);
        return answered(inputs, revision);
    }
    if (inputs.createNamespace === true) await createNamespace(server, textOf(inputs.namespace));
    if ((await server.get(reference)) !== undefined) throw new Error("cannot re-use a name that is still in use");
    await server.apply(reference, note(reference, inputs, 1), asHelm);
    return answered(inputs, 1);
}

/** The release as the cluster has it; undefined if it has none of that name. */
export async function readRelease(
    server: ApiServer,
    namespace: string,
    name: string,
): Promise<{ inputs: PropertyMap; outputs: PropertyMap } | undefined> {
    const found = await server.get(noteOf(namespace, name));
    const inputs = found === undefined ? undefined : requested(found);
    if (inputs === undefined) return undefined;
    return { inputs, outputs: answered(inputs, Number(textOf(valueAt(found, "metadata", "labels", "version")))) };
}

/** Removes the release. The namespace that it made stays, as with Helm. */
export async function uninstallRelease(server: ApiServer, namespace: string, name: string): Promise<void> {
    await server.delete(noteOf(namespace, name));
}

/** The name of the chart, if the object is Helm's note of a release. */
export function releasedChart(object: PropertyMap): string | undefined {
    return chartName(requested(object)?.chart);
}

/** The last word of a path, of a reference to a repository, or of an `oci://` URL. */
function chartName(chart: PropertyValue | undefined): string | undefined {
    const text = knownString(chart);
    return text?.slice(text.lastIndexOf("/") + 1);
}

async function createNamespace(server: ApiServer, name: string): Promise<void> {
    const reference = { type: namespaceType, namespace: undefined, name };
    if ((await server.get(reference)) !== undefined) return;
    await server.apply(reference, { apiVersion: "v1", kind: "Namespace", metadata: { name } }, asHelm);
}

/** Helm keeps what it has installed in Secrets of the release's namespace. */
function noteOf(namespace: string, name: string): ObjectReference {
    return { type: secretType, namespace, name: `sh.helm.release.v1.${name}.v1` };
}

function note({ name, namespace = "" }: ObjectReference, inputs: PropertyMap, revision: number): PropertyMap {
    return {
        apiVersion: "v1",
        kind: "Secret",
        metadata: {
            name,
            namespace,
            labels: { owner: "helm", name: inputs.name ?? "", status: "deployed", version: String(revision) },
        },
        type: "helm.sh/release.v1",
        data: { release: Buffer.from(JSON.stringify(inputs)).toString("base64") },
    };
}

function requested(object: PropertyMap): PropertyMap | undefined {
    if (object.type !== "helm.sh/release.v1") return undefined;
    const text = Buffer.from(textOf(valueAt(object, "data", "release")), "base64").toString();
    const inputs = JSON.parse(text) as PropertyMap;
    return isMap(inputs) ? inputs : undefined;
}

function answered(inputs: PropertyMap, revision: number): PropertyMap {
    const { name, namespace, chart, version } = inputs;
    const status = { name, namespace, chart: chartName(chart), version, revision, status: "deployed" };
    const known = Object.fromEntries(Object.entries(status).filter(([, value]) => value !== undefined)) as PropertyMap;
    return { ...inputs, status: known };
}
