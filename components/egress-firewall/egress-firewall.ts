import * as network from "@pulumi/azure-native/network/index.js";
import * as pulumi from "@pulumi/pulumi";
import { dnsLabel, networkResourceName } from "../arguments/names";
import { checkArguments } from "../arguments/rules";
import { createLogs } from "../monitoring/diagnostic-setting";
import type { EgressFirewallArgs } from "./egress-firewall-args";
import { egressFirewallRules } from "./egress-firewall-rules";
import { ruleCollections } from "./rule-collections";

/** Longest name of a firewall, without the digits that Pulumi adds. */
const longestName = 48;

/** What was let out, what was refused, and what was known to be bad. */
const logCategories = ["AZFWApplicationRule", "AZFWNetworkRule", "AZFWThreatIntel"];

/**
 * An Azure Firewall that lets nodes out to what AKS and its add-ons need, and to nothing else but what is named. Point
 * the default route of the nodes' subnet to `privateIpAddress`, or let `Network` do all of it by `egress`.
 *
 * Beyond the ten practices: what runs in the cluster cannot send data to where it likes. A firewall costs per hour that
 * it is there, more than the nodes of a small cluster, and per gigabyte. One of them can serve several clusters.
 * https://learn.microsoft.com/azure/aks/limit-egress-traffic
 */
export class EgressFirewall extends pulumi.ComponentResource {
    /** ARM id of the firewall. */
    readonly firewallId: pulumi.Output<string>;
    /** ARM id of its policy, for more rule collection groups; those of this component have priority 200. */
    readonly firewallPolicyId: pulumi.Output<string>;
    /** Address for the default route of the nodes. Its rules are in place when it is known. */
    readonly privateIpAddress: pulumi.Output<string>;
    /** Address that the outside sees, for the authorized ranges of an API server. */
    readonly publicIpAddress: pulumi.Output<string>;

    /** @throws every argument that cannot work, in one error, before anything is registered. */
    constructor(name: string, args: EgressFirewallArgs, opts?: pulumi.ComponentResourceOptions) {
        const checked = checkArguments("EgressFirewall", name, args, egressFirewallRules, opts);
        super("aksguard:index:EgressFirewall", name, {}, opts);

        const { resourceGroupName, location, tags, zones } = args;
        const shared = { resourceGroupName, location, tags };
        const options = { parent: this, dependsOn: checked };
        const publicIpAddress = new network.PublicIPAddress(
            name,
            {
                ...shared,
                publicIpAddressName: networkResourceName(name),
                zones,
                sku: { name: network.PublicIPAddressSkuName.Standard },
                publicIPAllocationMethod: network.IPAllocationMethod.Static,
            },
            options,
        );
        const policy = new network.FirewallPolicy(
            name,
            {
                ...shared,
                firewallPolicyName: networkResourceName(name),
                sku: { tier: network.FirewallPolicySkuTier.Standard },
                // Known bad addresses and names are refused, also where a rule would let them pass.
                threatIntelMode: network.AzureFirewallThreatIntelMode.Deny,
            },
            options,
        );
        const rules = new network.FirewallPolicyRuleCollectionGroup(
            name,
            {
                resourceGroupName,
                firewallPolicyName: policy.name,
                ruleCollectionGroupName: networkResourceName(name),
                priority: 200,
                ruleCollections: ruleCollections(args.sourceAddresses, args.allowedFqdns ?? []),
            },
            options,
        );
        const firewall = new network.AzureFirewall(
            dnsLabel(name, longestName),
            {
                ...shared,
                zones,
                sku: { name: network.AzureFirewallSkuName.AZFW_VNet, tier: network.AzureFirewallSkuTier.Standard },
                firewallPolicy: { id: policy.id },
                ipConfigurations: [
                    { name: "egress", subnet: { id: args.subnetId }, publicIPAddress: { id: publicIpAddress.id } },
                ],
            },
            // A policy that is being changed refuses to be attached. A subnet holds one firewall, so that a successor
            // has no place before the old one is gone.
            { parent: this, dependsOn: rules, deleteBeforeReplace: true },
        );

        createLogs(
            name,
            { resourceId: firewall.id, workspaceId: args.workspaceId, categories: logCategories },
            options,
        );

        this.firewallId = firewall.id;
        this.firewallPolicyId = policy.id;
        this.privateIpAddress = firewall.ipConfigurations.apply(
            (configurations) => configurations?.[0]?.privateIPAddress ?? "",
        );
        this.publicIpAddress = publicIpAddress.ipAddress.apply((address) => address ?? "");
        this.registerOutputs({
            firewallId: this.firewallId,
            firewallPolicyId: this.firewallPolicyId,
            privateIpAddress: this.privateIpAddress,
            publicIpAddress: this.publicIpAddress,
        });
    }
}
