import { type PropertyMap, isMap, knownString, textOf, valueAt } from "../../providers/property";
import { ArmError } from "../arm-error";
import { nameOf } from "../arm-path";
import type { ArmRequest, ResourceBehaviour } from "../behaviour";
import { addressInside, parseNetwork } from "./address";
import { badRequest, childrenOf, requireReference, usersOf } from "./reference";

const subnetName = "AzureFirewallSubnet";
const longestPrefix = 26;

/** Sits in a subnet of its own, whose name and size ARM prescribes, and gets an address there. */
export const azureFirewall: ResourceBehaviour = {
    refuse: (request) => {
        const { id, inputs, cloud } = request;
        const policy = requireReference(cloud, id, inputs.firewallPolicy);
        const tier = valueAt(inputs, "sku", "tier") ?? "Standard";
        const policyTier = valueAt(policy?.outputs, "sku", "tier") ?? "Standard";
        if (policy !== undefined && tier !== policyTier) {
            badRequest(
                `Firewall ${id} of tier ${textOf(tier)} cannot use policy ${policy.id} of tier ${textOf(policyTier)}.`,
            );
        }
        for (const configuration of configurationsOf(inputs)) refuseConfiguration(request, configuration);
    },
    answer: ({ id, inputs, cloud }) => ({
        ipConfigurations: configurationsOf(inputs).map((configuration, index) => {
            const subnet = cloud.get(textOf(valueAt(configuration, "subnet", "id")));
            return {
                ...configuration,
                id: `${id}/azureFirewallIpConfigurations/${textOf(configuration.name)}`,
                // The first four addresses of a subnet are Azure's.
                ...(subnet === undefined
                    ? {}
                    : {
                          privateIPAddress: addressInside(
                              parseNetwork(textOf(subnet.outputs.addressPrefix), id),
                              4 + index,
                          ),
                      }),
                provisioningState: "Succeeded",
            };
        }),
    }),
};

function configurationsOf(inputs: PropertyMap): PropertyMap[] {
    return Array.isArray(inputs.ipConfigurations) ? inputs.ipConfigurations.filter(isMap) : [];
}

function refuseConfiguration({ id, cloud }: ArmRequest, configuration: PropertyMap): void {
    const subnet = requireReference(cloud, id, configuration.subnet);
    const address = requireReference(cloud, id, configuration.publicIPAddress);
    if (subnet !== undefined) {
        if (nameOf(subnet.id) !== subnetName) {
            badRequest(`Firewall ${id} must be in a subnet named ${subnetName}, and not in ${subnet.id}.`);
        }
        if (parseNetwork(textOf(subnet.outputs.addressPrefix), subnet.id).length > longestPrefix) {
            badRequest(
                `Subnet ${subnet.id} is too small for a firewall: it must be /${String(longestPrefix)} or wider.`,
            );
        }
        if (subnet.outputs.networkSecurityGroup !== undefined && subnet.outputs.networkSecurityGroup !== null) {
            badRequest(`Network security groups are not supported in subnet ${subnet.id}.`);
        }
        const [other] = usersOf(cloud, subnet.id, ["azure-native:network:AzureFirewall"]).filter(
            (user) => user.id.toLowerCase() !== id.toLowerCase(),
        );
        if (other !== undefined) badRequest(`Subnet ${subnet.id} has a firewall already: ${other.id}.`);
    }
    if (address !== undefined && valueAt(address.outputs, "sku", "name") !== "Standard") {
        badRequest(`Public IP address ${address.id} of firewall ${id} must be of the SKU Standard.`);
    }
}

/** Holds rules for firewalls, which keep it from going away. */
export const firewallPolicy: ResourceBehaviour = {
    answer: ({ inputs }) => ({
        threatIntelMode: inputs.threatIntelMode ?? "Alert",
        sku: inputs.sku ?? { tier: "Standard" },
    }),
    current: ({ id }, cloud) => ({
        firewalls: usersOf(cloud, id, ["azure-native:network:AzureFirewall"]).map((user) => ({ id: user.id })),
        ruleCollectionGroups: childrenOf(cloud, id, "ruleCollectionGroups").map((group) => ({ id: group.id })),
    }),
    refuseDeletion: ({ id }, cloud) => {
        const [user] = usersOf(cloud, id, ["azure-native:network:AzureFirewall"]);
        if (user !== undefined) badRequest(`Firewall policy ${id} is in use by ${user.id} and cannot be deleted.`);
    },
};

/** Rules must say from where and to where; names in network rules need the firewall as DNS server. */
export const firewallPolicyRuleCollectionGroup: ResourceBehaviour = {
    refuse: ({ id, inputs, cloud }) => {
        const collections = Array.isArray(inputs.ruleCollections) ? inputs.ruleCollections.filter(isMap) : [];
        refusePriorities(id, [inputs, ...collections]);
        const policy = cloud.get(id.slice(0, id.toLowerCase().lastIndexOf("/rulecollectiongroups/")));
        const proxied = valueAt(policy?.outputs, "dnsSettings", "enableProxy") === true;
        for (const collection of collections) {
            const rules = Array.isArray(collection.rules) ? collection.rules.filter(isMap) : [];
            for (const rule of rules) refuseRule(id, rule, proxied);
        }
    },
};

function refusePriorities(id: string, holders: readonly PropertyMap[]): void {
    for (const { priority } of holders) {
        if (typeof priority !== "number" || priority < 100 || priority > 65_000) {
            badRequest(`A priority in ${id} is ${textOf(priority)}: it must be between 100 and 65000.`);
        }
    }
}

function refuseRule(id: string, rule: PropertyMap, proxied: boolean): void {
    const given = (name: string) => Array.isArray(rule[name]) && rule[name].length > 0;
    const name = knownString(rule.name) ?? "";
    if (!given("sourceAddresses") && !given("sourceIpGroups")) {
        badRequest(`Rule ${name} in ${id} has no source.`);
    }
    if (rule.ruleType === "ApplicationRule") {
        if (!["targetFqdns", "fqdnTags", "targetUrls", "webCategories"].some(given)) {
            badRequest(`Rule ${name} in ${id} has no destination.`);
        }
        if (given("targetFqdns") && given("fqdnTags")) {
            throw new ArmError(
                400,
                "FirewallPolicyRuleCollectionGroupInvalidPropertyError",
                `Rule ${name} in ${id} has both targetFqdns and fqdnTags.`,
            );
        }
    } else if (given("destinationFqdns") && !proxied) {
        badRequest(`Rule ${name} in ${id} names hosts in a network rule, which needs the DNS proxy of the policy.`);
    }
}
