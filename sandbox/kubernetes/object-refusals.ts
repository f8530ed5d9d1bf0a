import { type PropertyMap, type PropertyValue, isMap, textOf, valueAt } from "../providers/property";
import type { ObjectReference, ObjectType } from "./object-type";

/** Refuses an object that fits its schema and is wrong all the same. */
export function refuseObject(reference: ObjectReference, object: PropertyMap): void {
    requireName(reference);
    requireMatchingLabels(reference, object);
}

const label = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
const dnsLabel = new RegExp(`^${label}$`);
const dnsSubdomain = new RegExp(`^${label}(\\.${label})*$`);

/** A name that objects of the kind can have: part of a host name, of a longer one, or just of a URL. */
function requireName({ type, name }: ObjectReference): void {
    const value = `metadata.name: Invalid value: "${name}"`;
    if (type.group === "rbac.authorization.k8s.io") {
        if (/[/%]/.test(name)) invalid(type, name, `${value}: may not contain '/' or '%'`);
    } else if (type.group === "" && ["Namespace", "Service"].includes(type.kind)) {
        if (name.length > 63 || !dnsLabel.test(name)) {
            const words = "a lowercase RFC 1123 label has at most 63 lower case letters, digits and '-'";
            invalid(type, name, `${value}: ${words}, and starts and ends with a letter or digit`);
        }
    } else if (name.length > 253 || !dnsSubdomain.test(name)) {
        const words = "a lowercase RFC 1123 subdomain has at most 253 lower case letters, digits, '-' and '.'";
        invalid(type, name, `${value}: ${words}, and starts and ends with a letter or digit`);
    }
}

const kindsWithSelector = new Set(["DaemonSet", "Deployment", "ReplicaSet", "StatefulSet"]);

/** What makes pods must find them again. */
function requireMatchingLabels({ type, name }: ObjectReference, object: PropertyMap): void {
    if (type.group !== "apps" || !kindsWithSelector.has(type.kind)) return;
    const wanted = valueAt(object, "spec", "selector", "matchLabels");
    const labels = valueAt(object, "spec", "template", "metadata", "labels");
    if (!isMap(wanted)) return;
    const missing = Object.entries(wanted).some(([key, value]) => valueAt(labels, key) !== value);
    if (!missing) return;
    invalid(
        type,
        name,
        `spec.template.metadata.labels: Invalid value: ${shown(labels)}: \`selector\` does not match template \`labels\``,
    );
}

function shown(labels: PropertyValue | undefined): string {
    return labels === undefined ? "null" : textOf(labels);
}

function invalid({ group, kind }: ObjectType, name: string, why: string): never {
    throw new Error(`${group === "" ? kind : `${kind}.${group}`} "${name}" is invalid: ${why}`);
}
