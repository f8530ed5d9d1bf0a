import { randomUUID } from "node:crypto";

import { account } from "../providers/account";
import type { Cloud, CloudResource } from "../providers/cloud";
import { type PropertyMap, knownString, textOf } from "../providers/property";

/** What is special about a type of the directory. */
export interface DirectoryType {
    /** Inputs whose change replaces the object. */
    readonly replacedBy: readonly string[];
    /** Things that are wrong with the inputs although the declarations allow them. */
    readonly check?: (inputs: PropertyMap) => string[];
    /** The id of a new object. Throws what the directory would refuse it with. */
    readonly id: (inputs: PropertyMap, cloud: Cloud) => string;
    /** Outputs that the directory adds. */
    readonly answer?: (id: string, inputs: PropertyMap, existing: CloudResource | undefined) => PropertyMap;
}

const objectIdOf = (id: string) => id.slice(id.lastIndexOf("/") + 1);
const text = (inputs: PropertyMap, name: string) => knownString(inputs[name]) ?? "";

/** The types of azuread that the stand-in knows, by class name. */
export const directoryTypes: Readonly<Record<string, DirectoryType>> = {
    Group: {
        replacedBy: ["assignableToRole", "behaviors", "mailEnabled", "mailNickname", "provisioningOptions", "types"],
        check: (inputs) =>
            inputs.securityEnabled === true || inputs.mailEnabled === true
                ? []
                : [
                      "one of 'securityEnabled' and 'mailEnabled' must be true: a group is for security, for mail, or for both",
                  ],
        id: (inputs, cloud) => {
            const name = text(inputs, "displayName");
            const twin = cloud.ofType("azuread:Group").find(({ outputs }) => outputs.displayName === name);
            if (inputs.preventDuplicateNames === true && twin !== undefined) {
                throw new Error(
                    `existing group with display name "${name}" found: it must be imported, or have another name`,
                );
            }
            return `/groups/${randomUUID()}`;
        },
        answer: (id, inputs) => ({
            objectId: objectIdOf(id),
            owners: [account.objectId],
            members: [],
            mailNickname: objectIdOf(id).slice(0, 10),
            visibility: inputs.mailEnabled === true ? "Public" : "",
            autoSubscribeNewMembers: false,
            externalSendersAllowed: false,
            hideFromAddressLists: false,
            hideFromOutlookClients: false,
            onpremisesSyncEnabled: false,
            proxyAddresses: [],
        }),
    },
    GroupMember: {
        replacedBy: ["groupObjectId", "memberObjectId"],
        check: (inputs) => [...guidProblem(inputs, "groupObjectId"), ...guidProblem(inputs, "memberObjectId")],
        id: (inputs, cloud) => {
            const group = text(inputs, "groupObjectId");
            const id = `${group}/member/${text(inputs, "memberObjectId")}`;
            if (cloud.get(`/groups/${group}`) === undefined) {
                throw new Error(`retrieving group with object ID: "${group}": unexpected status 404 (404 Not Found)`);
            }
            if (cloud.get(id) !== undefined)
                throw new Error(`a member with the ID "${id}" already exists: it must be imported`);
            return id;
        },
    },
    Application: {
        replacedBy: ["templateId"],
        id: () => `/applications/${randomUUID()}`,
        answer: (id, _, existing) => ({
            objectId: objectIdOf(id),
            clientId: existing?.outputs.clientId ?? randomUUID(),
            publisherDomain: "sandbox.example",
            owners: [],
            oauth2PermissionScopeIds: {},
            appRoleIds: {},
            disabledByMicrosoft: "",
            logoUrl: "",
        }),
    },
    ServicePrincipal: {
        replacedBy: ["clientId"],
        check: (inputs) => guidProblem(inputs, "clientId"),
        id: (inputs, cloud) => {
            const clientId = text(inputs, "clientId");
            const twin = cloud.ofType("azuread:ServicePrincipal").find(({ outputs }) => outputs.clientId === clientId);
            if (twin !== undefined && inputs.useExisting === true) return twin.id;
            if (twin !== undefined) {
                throw new Error(
                    `a service principal of the application ${clientId} already exists: it must be imported`,
                );
            }
            return `/servicePrincipals/${randomUUID()}`;
        },
        answer: (id, inputs) => ({
            objectId: objectIdOf(id),
            applicationTenantId: account.tenantId,
            servicePrincipalNames: [text(inputs, "clientId")],
            signInAudience: "AzureADMyOrg",
            type: "Application",
        }),
    },
    ApplicationFederatedIdentityCredential: {
        replacedBy: ["applicationId", "displayName"],
        check: ({ applicationId }) =>
            knownString(applicationId) === undefined || /^\/applications\/[0-9a-f-]{36}$/i.test(textOf(applicationId))
                ? []
                : ["'applicationId' should be the id of an Application, /applications/{objectId}, not its client id"],
        id: (inputs, cloud) => {
            const application = text(inputs, "applicationId");
            if (cloud.get(application) === undefined) {
                throw new Error(
                    `retrieving application with ID "${application}": unexpected status 404 (404 Not Found)`,
                );
            }
            return `${objectIdOf(application)}/federatedIdentityCredential/${randomUUID()}`;
        },
        answer: (id) => ({ credentialId: objectIdOf(id) }),
    },
};

function guidProblem(inputs: PropertyMap, name: string): string[] {
    const value = knownString(inputs[name]);
    if (value === undefined || /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)) return [];
    return [`'${name}' should be a GUID but got ${JSON.stringify(value)}`];
}
