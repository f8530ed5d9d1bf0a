import { setTimeout } from "node:timers/promises";
import * as pulumi from "@pulumi/pulumi";

/**
 * Errors of ARM that a fresh role assignment causes until it has spread, which takes up to some minutes. Only these are
 * retried: a right that the deploying principal itself lacks (`AuthorizationFailed`) fails at once.
 */
const causedByPropagation = [
    "PrincipalNotFound",
    "CustomPrivateDNSZoneMissingPermissionError",
    "CustomKubeletIdentityMissingPermissionError",
    "CustomRouteTableMissingPermission",
    "ResourceMissingPermissionError",
    "LinkedAuthorizationFailed",
];

const firstWaitInSeconds = 5;
const longestWaitInSeconds = 60;
const mostRetries = 10;

/**
 * Decides whether a failed operation is tried again, and after how long.
 *
 * @param errors what failed so far, newest first.
 * @returns the wait in seconds, or `undefined` where trying again would not help.
 */
export function waitForPropagation(errors: readonly string[]): { code: string; seconds: number } | undefined {
    const code = causedByPropagation.find((candidate) => errors[0]?.includes(candidate));
    if (code === undefined || errors.length > mostRetries) {
        return undefined;
    }
    return { code, seconds: Math.min(firstWaitInSeconds * 2 ** (errors.length - 1), longestWaitInSeconds) };
}

/**
 * The option `hooks` that rides out the minutes that role assignments take to spread, and says so. Empty in unit tests
 * of programs, whose mocks know no hooks.
 *
 * @param name unique in the program.
 */
export function propagationHooks(name: string): pulumi.ResourceHookBinding {
    if (!pulumi.runtime.hasEngine()) {
        return {};
    }
    const hook = new pulumi.ErrorHook(name, async ({ name: resource, errors }) => {
        const wait = waitForPropagation(errors);
        if (!wait) {
            return false;
        }
        const attempt = `${String(errors.length)} of ${String(mostRetries)}`;
        await pulumi.log.info(
            `"${resource}": Azure answers ${wait.code}, as it does until role assignments have spread; ` +
                `trying again in ${String(wait.seconds)} seconds (${attempt})`,
        );
        await setTimeout(wait.seconds * 1000);
        return true;
    });
    return { onError: [hook] };
}
