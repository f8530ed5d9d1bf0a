import { builtInRoles } from "../../components/roles/built-in-roles";
import { record, type Registration } from "../../tests/recorded-program";
import { table } from "./generator";
import { rolePrograms } from "./role-programs";

const roleAssignment = "azure-native:authorization:RoleAssignment";

/** Roles that each component assigns, as a table for its page: by name of the component. Absent where it assigns none. */
export async function roleTables(): Promise<Map<string, string>> {
    const tables = new Map<string, string>();
    // One after the other: recorded programs share one engine.
    for (const [component, program] of Object.entries(rolePrograms)) {
        // Registrations come in no fixed order.
        const registrations = (await record(program)).sort((one, other) => (one.urn < other.urn ? -1 : 1));
        const rows = registrations
            .filter(({ type }) => type === roleAssignment)
            .map((role) => row(role, registrations));
        tables.set(component, table(["Principal", "Role", "Scope", "Why", "When"], rows));
    }
    return tables;
}

function row(role: Registration, registrations: readonly Registration[]): string[] {
    const { principalId, roleDefinitionId, scope, description } = role.inputs as Record<string, string>;
    return [
        principal(principalId ?? ""),
        roleName(roleDefinitionId ?? ""),
        scopeName(scope ?? ""),
        description ?? "",
        moment(role, registrations),
    ];
}

/** `AksRbacClusterAdmin` as words. */
function roleName(definitionId: string): string {
    const guid = definitionId.split("/").pop();
    const [name = definitionId] = Object.entries(builtInRoles).find(([, id]) => id === guid) ?? [];
    return name.replace(/([a-z])([A-Z])/g, "$1 $2");
}

/** The recorder answers with ids that say whose they are; AKS makes identities of add-ons that it has no answer for. */
function principal(id: string): string {
    const [, owner = "", what = ""] = /^(.*)-(principal|object)$/.exec(id) ?? [];
    if (owner !== "") return what === "object" ? `group \`${owner}\`` : `identity \`${owner}\``;
    if (id === "") return "identity of the add-on";
    return id.startsWith("33333333-") ? "the deploying principal" : "the principal that is given";
}

/** The kind and the name of a resource, by its id. */
function scopeName(scope: string): string {
    const [id = "", namespace] = scope.split("/namespaces/");
    const [kind = "", name = ""] = id.split("/").slice(-2);
    const given = id.includes("/resourceGroups/given/") ? ", which is given" : "";
    return `${namespace === undefined ? "" : "a namespace of "}${kind} \`${name}\`${given}`;
}

/** What waits for the role, or what the role waits for. */
function moment(role: Registration, registrations: readonly Registration[]): string {
    const waiting = registrations.filter(
        ({ dependencies, type }) => dependencies.includes(role.urn) && type !== roleAssignment,
    );
    const [first] = waiting.filter(isCustom);
    return first === undefined ? "after both are there" : `before ${kind(first)} \`${first.name}\``;
}

function isCustom({ type }: Registration): boolean {
    return !type.startsWith("aksguard:");
}

function kind({ type }: Registration): string {
    return type.split(":").pop() ?? type;
}
