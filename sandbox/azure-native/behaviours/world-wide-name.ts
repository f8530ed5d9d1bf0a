import { ArmError } from "../arm-error";
import { nameOf } from "../arm-path";
import type { ArmRequest } from "../behaviour";

/** Names of some services are part of a public address, so nobody else in the world may have it. */
export function refuseTakenName({ id, name, cloud, existing }: ArmRequest, token: string, code: string): void {
    if (existing !== undefined) return;
    const twin = cloud
        .ofType(token)
        .find((other) => other.id !== id && nameOf(other.id).toLowerCase() === name.toLowerCase());
    if (twin !== undefined) throw new ArmError(409, code, `The name '${name}' is already in use.`);
}

export function refuseName({ name }: ArmRequest, pattern: RegExp, code: string, rule: string): void {
    if (!pattern.test(name)) throw new ArmError(400, code, `The name '${name}' is invalid: it must ${rule}.`);
}
