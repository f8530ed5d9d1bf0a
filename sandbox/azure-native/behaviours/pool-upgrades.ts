import { type PropertyMap, isMap, textOf } from "../../providers/property";
import { invalidParameter } from "./reference";

/** Throws ARM's refusal of how a pool is to be upgraded. */
export function refuseUpgradeSettings(pool: PropertyMap): void {
    const { upgradeSettings } = pool;
    if (!isMap(upgradeSettings)) return;
    const { maxSurge, drainTimeoutInMinutes, nodeSoakDurationInMinutes, undrainableNodeBehavior } = upgradeSettings;
    const within = `of pool ${textOf(pool.name)}`;
    if (maxSurge !== undefined && !/^\d+%?$/.test(textOf(maxSurge)))
        invalidParameter(`upgradeSettings.maxSurge '${textOf(maxSurge)}' ${within} must be a number or a percentage.`);
    refuseMinutes(`upgradeSettings.drainTimeoutInMinutes`, drainTimeoutInMinutes, [5, 1440], within);
    refuseMinutes(`upgradeSettings.nodeSoakDurationInMinutes`, nodeSoakDurationInMinutes, [0, 30], within);
    if (undrainableNodeBehavior !== undefined && !["Cordon", "Schedule"].includes(textOf(undrainableNodeBehavior)))
        invalidParameter(
            `upgradeSettings.undrainableNodeBehavior '${textOf(undrainableNodeBehavior)}' ${within} must be Cordon or Schedule.`,
        );
}

function refuseMinutes(
    property: string,
    value: PropertyMap[string] | undefined,
    [least, most]: readonly [number, number],
    within: string,
): void {
    if (value === undefined || (typeof value === "number" && value >= least && value <= most)) return;
    invalidParameter(`${property} '${textOf(value)}' ${within} must be between ${least} and ${most}.`);
}
