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
        const registrations = await record(program);
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
        principal(principalId ?? "", registrations),
        roleName(roleDefinitionId ?? ""),
        scopeName(scope ?? "", registrations),
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

/** Answers of the recorder start with the name of the resource that they belong to. */
function principal(id: string, registrations: readonly Registration[]): string {
    const owner = registrations.find(({ name }) => [`${name}-principal`, `${name}-object`].includes(id));
    if (owner !== undefined) return `${kind(owner)} \`${owner.name}\``;
    return id === "33333333-3333-4333-8333-333333333333" ? "the deploying principal" : "the principal that is given";
}

function scopeName(scope: string, registrations: readonly Registration[]): string {
    const [id = "", namespace] = scope.split("/namespaces/");
    const name = id.split("/").pop() ?? "";
    const owner = registrations.find(
        (registration) => registration.name === name && registration.type !== roleAssignment && isCustom(registration),
    );
    const place = owner === undefined ? `\`${name}\`, which is given` : `${kind(owner)} \`${owner.name}\``;
    return namespace === undefined ? place : `namespace of ${place}`;
}

/** What waits for the role, or what the role waits for. */
function moment(role: Registration, registrations: readonly Registration[]): string {
    const waiting = registrations.filter(
        ({ dependencies, type }) => dependencies.includes(role.urn) && type !== roleAssignment,
    );
    const [first] = waiting.filter(isCustom);
    return first === undefined ? "after what it names" : `before ${kind(first)} \`${first.name}\``;
}

function isCustom({ type }: Registration): boolean {
    return !type.startsWith("aksguard:");
}

function kind({ type }: Registration): string {
    return type.split(":").pop() ?? type;
}
