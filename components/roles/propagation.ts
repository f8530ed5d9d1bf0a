import { setTimeout } from "node:timers/promises";
import * as pulumi from "@pulumi/pulumi";

/**
 * Errors that a fresh role assignment causes until it has spread, which takes up to some minutes. Only these are retried:
 * in ARM, a right that the deploying principal itself lacks (`AuthorizationFailed`) fails at once. In the plane of
 * Kubernetes the two cannot be told apart, so a right that is really missing fails after the last try.
 */
const causedByPropagation = {
    Azure: [
        "PrincipalNotFound",
        "CustomPrivateDNSZoneMissingPermissionError",
        "CustomKubeletIdentityMissingPermissionError",
        "CustomRouteTableMissingPermission",
        "ResourceMissingPermissionError",
        "LinkedAuthorizationFailed",
        "ApplicationGatewayKeyVaultSecretException",
        "KeyVaultAccessForbidden",
        "ForbiddenByRbac",
        "MissingPermissionOnKeyVault",
        "UserErrorMSIMissingPermissions",
        "KubernetesBackupListExtensionsError",
        "UserErrorExtensionMSIMissingPermissionsOnBackupStorageLocation",
        "UserErrorBackupStorageLocationNotReady",
    ],
    "the API server": ["is forbidden", "Unauthorized", "User does not have access to the resource in Azure"],
} as const;

/** Who answers: ARM for resources of Azure, the API server for objects of Kubernetes. */
export type Plane = keyof typeof causedByPropagation;

const firstWaitInSeconds = 5;
const longestWaitInSeconds = 60;
const mostRetries = 10;

/**
 * Decides whether a failed operation is tried again, and after how long.
 *
 * @param errors what failed so far, newest first.
 * @returns the wait in seconds, or `undefined` where trying again would not help.
 */
export function waitForPropagation(
    errors: readonly string[],
    plane: Plane = "Azure",
): { code: string; seconds: number } | undefined {
    const code = causedByPropagation[plane].find((candidate) => errors[0]?.includes(candidate));
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
 * @param plane who answers.
 */
export function propagationHooks(name: string, plane: Plane = "Azure"): pulumi.ResourceHookBinding {
    if (!pulumi.runtime.hasEngine()) {
        return {};
    }
    const hook = new pulumi.ErrorHook(name, async ({ name: resource, errors }) => {
        const wait = waitForPropagation(errors, plane);
        if (!wait) {
            return false;
        }
        const attempt = `${String(errors.length)} of ${String(mostRetries)}`;
        await pulumi.log.info(
            `"${resource}": ${plane} answers ${wait.code}, as it does until role assignments have spread; ` +
                `trying again in ${String(wait.seconds)} seconds (${attempt})`,
        );
        await setTimeout(wait.seconds * 1000);
        return true;
    });
    return { onError: [hook] };
}
