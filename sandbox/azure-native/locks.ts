import type { Cloud } from "../providers/cloud";
import { textOf } from "../providers/property";
import { ArmError } from "./arm-error";
import { encloses } from "./arm-path";

const lockTokens = [
    "azure-native:authorization:ManagementLockByScope",
    "azure-native:authorization:ManagementLockAtResourceGroupLevel",
];

/** What is deleted through the vault itself, which knows no locks. */
const beyondArm = /\/vaults\/[^/]+\/(secrets|keys)\/[^/]+$/i;

/** Throws what ARM says when a lock keeps a resource from being deleted: its own, of what it lies in, of what it holds. */
export function refuseLocked(cloud: Cloud, id: string): void {
    if (/\/providers\/Microsoft\.Authorization\/locks\/[^/]+$/i.test(id) || beyondArm.test(id)) return;
    const scopes = lockTokens
        .flatMap((token) => cloud.ofType(token))
        .filter(({ outputs }) => ["CanNotDelete", "ReadOnly"].includes(textOf(outputs.level)))
        .map((lock) =>
            lock.id.slice(0, lock.id.toLowerCase().lastIndexOf("/providers/microsoft.authorization/locks/")),
        );
    const locked = scopes.filter((scope) => encloses(scope, id) || encloses(id, scope));
    if (locked.length === 0) return;
    throw new ArmError(
        409,
        "ScopeLocked",
        `The scope '${id}' cannot perform delete operation because following scope(s) are locked: '${locked.join("', '")}'. Please remove the lock and try again.`,
    );
}
