import type { ResourceKind } from "../policy";
import { choice, type Setting } from "../setting";
import { azureNative } from "./type-token";

/** The deployment safeguards of a cluster, in ARM's names. */
export interface DeploymentSafeguard {
    /** `Enforce` to refuse what breaks a safeguard, `Warn` to let it in. */
    readonly level: Setting<string>;
}

/** DeploymentSafeguard of azure-native; the classic provider has none. */
export const deploymentSafeguard: ResourceKind<DeploymentSafeguard> = {
    name: "DeploymentSafeguard",
    matches: azureNative("containerservice", "DeploymentSafeguard"),
    *views({ properties }) {
        yield {
            get level() {
                return choice(properties.at("level"), ["Enforce", "Warn"], "Warn");
            },
        };
    },
};
