import { account } from "../providers/account";
import type { Cloud, CloudResource } from "../providers/cloud";
import { type PropertyMap, knownString } from "../providers/property";

/** Answers a function of azuread. */
export function invokeAzureAd(token: string, args: PropertyMap, cloud: Cloud): PropertyMap {
    switch (token.slice(token.lastIndexOf(":") + 1)) {
        case "getClientConfig": {
            const { clientId, objectId, tenantId } = account;
            return { id: `${tenantId}-${clientId}-${objectId}`, clientId, objectId, tenantId };
        }
        case "getGroup":
            return { ...find("Group", "No group found", args, ["displayName", "mailNickname", "objectId"], cloud) };
        case "getServicePrincipal":
            return {
                ...find(
                    "ServicePrincipal",
                    "No service principal found",
                    args,
                    ["clientId", "displayName", "objectId"],
                    cloud,
                ),
            };
        case "getApplication":
            return {
                ...find("Application", "No application found", args, ["clientId", "displayName", "objectId"], cloud),
            };
        case "getUser":
            return user(args);
        default:
            throw new Error(`the sandbox cannot answer ${token}`);
    }
}

function find(type: string, missing: string, args: PropertyMap, keys: readonly string[], cloud: Cloud): PropertyMap {
    const given = keys.filter((key) => knownString(args[key]) !== undefined);
    if (given.length === 0) throw new Error(`one of ${keys.join(", ")} must be specified`);
    const matches = (resource: CloudResource) => given.every((key) => resource.outputs[key] === args[key]);
    const [found] = cloud.ofType(`azuread:${type}`).filter(matches);
    if (found === undefined)
        throw new Error(`${missing} with ${given.map((key) => `${key} ${JSON.stringify(args[key])}`).join(", ")}`);
    return { id: found.id, ...found.outputs };
}

/** The directory has one user: the one who deploys. */
function user(args: PropertyMap): PropertyMap {
    const isDeployer = args.objectId === account.objectId || args.userPrincipalName === account.userPrincipalName;
    if (!isDeployer) throw new Error("User not found: the sandbox's directory has one user, the deployer");
    const { objectId, userPrincipalName } = account;
    return {
        id: objectId,
        objectId,
        userPrincipalName,
        displayName: "Deployer",
        accountEnabled: true,
        mailNickname: "deployer",
    };
}
