import { clusterGatewayRolesAssigned } from "../../../../policy-pack/policies/cluster/cluster-gateway-roles-assigned";
import { applicationGateway, classicApplicationGateway, classicCluster, cluster } from "../../fixtures";
import { UNKNOWN } from "../../policy-tester";
import { testStackPolicy, type Member, type Stack } from "../../stack-policy-tester";

const addOn = "addonProfiles.ingressApplicationGateway";
const guids = {
    Contributor: "b24988ac-6180-42a0-ab88-20f7382dd24c",
    Reader: "acdd72a7-3385-48ef-bd42-f606fba81ae7",
    "Network Contributor": "4d97b98b-1d4f-4787-a291-c67834d212e7",
    "Managed Identity Operator": "f1a07417-d97a-45cb-824c-7a7467783830",
};
type Role = keyof typeof guids;

const group = "/subscriptions/one/resourceGroups/shop";
const subnetId =
    "/subscriptions/one/resourceGroups/hub/providers/Microsoft.Network/virtualNetworks/hub/subnets/gateway";

const subject: Member = {
    ...cluster({ [`${addOn}.enabled`]: true, [`${addOn}.config.applicationGatewayId`]: UNKNOWN }),
    madeFrom: { addonProfiles: ["gateway"] },
};
const identity: Member = {
    type: "azure-native:managedidentity:UserAssignedIdentity",
    props: { resourceName: "gateway" },
};
const gateway: Member = {
    ...applicationGateway({
        resourceGroupName: "shop",
        "identity.userAssignedIdentities": [UNKNOWN],
        gatewayIPConfigurations: [{ name: "one", subnet: { id: subnetId } }],
    }),
    madeFrom: { identity: ["identity"] },
};

function role(name: Role, scope: string, ...madeFrom: string[]): Member {
    return {
        type: "azure-native:authorization:RoleAssignment",
        props: { scope, principalId: UNKNOWN, roleDefinitionId: `/roleDefinitions/${guids[name]}` },
        madeFrom: { scope: madeFrom, principalId: ["subject"] },
    };
}

const roles = {
    onGateway: role("Contributor", UNKNOWN, "gateway"),
    onGroup: role("Reader", group),
    onSubnet: role("Network Contributor", subnetId.toUpperCase()),
    onIdentity: role("Managed Identity Operator", UNKNOWN, "identity"),
};
const whole: Stack = { identity, gateway, subject, ...roles };
const without = (name: Role, on: string, path = `${addOn}.config.applicationGatewayId`) =>
    `\`subject.${path}\` is gateway \`gateway\`, and the ingress controller is without the role \`${name}\` on ${on}; set it to a gateway on which its identity has that role.`;
const all = [
    without("Contributor", "the gateway"),
    without("Reader", "the group of the gateway"),
    without("Network Contributor", "the subnet of the gateway"),
    without("Managed Identity Operator", "the identity `identity` of the gateway"),
];

/** The stack without one of the roles. */
function less(missing: keyof typeof roles, more: Stack = {}): Stack {
    return Object.fromEntries([...Object.entries(whole).filter(([name]) => name !== missing), ...Object.entries(more)]);
}

const network: Member = { type: "azure-native:network:VirtualNetwork", props: {} };
/** A gateway in a subnet that is not there yet. */
const inNewNetwork: Member = {
    ...applicationGateway({ resourceGroupName: "shop", gatewayIPConfigurations: [{ subnet: { id: UNKNOWN } }] }),
    madeFrom: { gatewayIPConfigurations: ["network"] },
};

testStackPolicy(clusterGatewayRolesAssigned, {
    compliant: {
        "every role": whole,
        "a role on the network around the subnet": less("onSubnet", {
            network: role("Network Contributor", subnetId.replace("/subnets/gateway", "")),
        }),
        "roles on the subscription": {
            identity,
            gateway,
            subject,
            one: role("Contributor", "/subscriptions/one"),
        },
        "a subnet that is not there yet": {
            ...whole,
            network,
            gateway: inNewNetwork,
            onSubnet: role("Network Contributor", UNKNOWN, "network"),
        },
        "a gateway without an identity": less("onIdentity", {
            gateway: { ...gateway, props: { ...gateway.props, identity: null }, madeFrom: {} },
        }),
        "the classic provider": {
            gateway: classicApplicationGateway({ resourceGroupName: "shop", gatewayIpConfigurations: [{ subnetId }] }),
            subject: {
                ...classicCluster({ "ingressApplicationGateway.gatewayId": UNKNOWN }),
                madeFrom: { ingressApplicationGateway: ["gateway"] },
            },
            onGateway: roles.onGateway,
            onGroup: roles.onGroup,
            onSubnet: roles.onSubnet,
        },
    },
    violating: {
        "no role": { stack: { identity, gateway, subject }, message: all },
        "no role on the gateway": { stack: less("onGateway"), message: all[0] ?? "" },
        "no role on the group": {
            stack: less("onGroup", { other: role("Reader", `${group}s`) }),
            message: all[1] ?? "",
        },
        "no role on the subnet": {
            stack: less("onSubnet", { other: role("Network Contributor", `${subnetId}s`) }),
            message: all[2] ?? "",
        },
        "no role on a subnet that is not there yet": {
            stack: less("onSubnet", {
                network,
                gateway: inNewNetwork,
                other: role("Network Contributor", UNKNOWN, "identity"),
            }),
            message: all[2] ?? "",
        },
        "no role on the identity": { stack: less("onIdentity"), message: all[3] ?? "" },
        "a role that is too weak": {
            stack: less("onGateway", { weak: role("Reader", UNKNOWN, "gateway") }),
            message: all[0] ?? "",
        },
    },
    undetermined: {
        "a subnet of nobody knows where": {
            stack: less("onSubnet", {
                gateway: { ...inNewNetwork, madeFrom: {} },
                other: role("Network Contributor", subnetId),
            }),
            undetermined: ["`gateway.gatewayIPConfigurations[0].subnet.id` is not known before the update"],
        },
        "a gateway of nobody knows where": {
            stack: { gateway, identity, subject: { ...subject, madeFrom: {} } },
            undetermined: [`\`subject.${addOn}.config.applicationGatewayId\` is not known before the update`],
        },
    },
    notApplicable: {
        "no add-on": {
            stack: { identity, gateway, subject: cluster() },
            reason: "no ingress add-on names a gateway of the stack",
        },
        "a gateway of another stack": {
            stack: {
                identity,
                gateway,
                subject: cluster({
                    [`${addOn}.enabled`]: true,
                    [`${addOn}.config.applicationGatewayId`]: `${group}/other`,
                }),
            },
            reason: "no ingress add-on names a gateway of the stack",
        },
        "a stack without clusters": { stack: { identity, gateway }, reason: "has no ManagedCluster" },
    },
});
