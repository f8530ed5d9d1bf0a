import { type ObjectReference, resourceOf } from "./object-type";

const label = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
const dnsLabel = new RegExp(`^${label}$`);
const dnsSubdomain = new RegExp(`^${label}(\\.${label})*$`);

/** Kinds whose name becomes part of host names. */
const labels = new Set(["/Namespace", "/Service"]);

/** Refuses a name that objects of that kind cannot have. */
export function requireName({ type, name }: ObjectReference): void {
    const refused = (why: string) => {
        throw new Error(
            `${type.kind}.${type.group} "${name}" is invalid: metadata.name: Invalid value: "${name}": ${why}`,
        );
    };
    if (type.group === "rbac.authorization.k8s.io") {
        if (/[/%]/.test(name)) refused("may not contain '/' or '%'");
        return;
    }
    if (labels.has(`${type.group}/${type.kind}`)) {
        if (name.length > 63 || !dnsLabel.test(name)) {
            refused("a lowercase RFC 1123 label must consist of at most 63 lower case characters, digits or '-'");
        }
    } else if (name.length > 253 || !dnsSubdomain.test(name)) {
        refused(
            "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', " +
                `and the ${resourceOf(type)} must start and end with a character or digit`,
        );
    }
}
