import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import type { ClusterArgs } from "../../../components";
import { madeWith, refusedReplacement } from "../../../components/cluster/made-with";

const subnet = (name: string) =>
    `/subscriptions/1/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/hub/subnets/${name}`;
const existingNetwork = { nodeSubnetId: subnet("nodes"), apiServerSubnetId: subnet("api-server") };
const end =
    "A cluster keeps what it was made with: Azure would refuse the change halfway, or the cluster be deleted for another one, with all that runs in it. Take the change back, or make a new cluster under another name.";
const late = pulumi.output("late");

function change(before: ClusterArgs, after: ClusterArgs): string | undefined {
    return refusedReplacement(madeWith(before), madeWith(after));
}

describe("a change that would replace a cluster", () => {
    const refused: Record<string, [ClusterArgs, ClusterArgs, string]> = {
        "another way out": [{}, { egress: "None" }, "egress changed (egress from userAssignedNATGateway to none)."],
        "a firewall that exists": [
            {},
            { firewallPrivateIpAddress: "10.1.0.4" },
            "egress changed (egress from userAssignedNATGateway to userDefinedRouting).",
        ],
        "another way out of a network that exists": [
            { existingNetwork },
            { existingNetwork: { ...existingNetwork, outboundType: "none" } },
            "existingNetwork.outboundType changed (existingNetwork.outboundType from userAssignedNATGateway to none).",
        ],
        "another network": [
            {},
            { existingNetwork },
            "existingNetwork changed (existingNetwork from created to given).",
        ],
        "other addresses": [
            {},
            { podCidr: "10.64.0.0/16", serviceCidr: "10.2.0.0/16" },
            "podCidr, serviceCidr changed (podCidr from 10.244.0.0/16 to 10.64.0.0/16).",
        ],
        "another resource group": [
            {},
            { resourceGroupName: late },
            "resourceGroupName changed (resourceGroupName from created to given).",
        ],
        "another region": [
            { location: "westeurope" },
            { location: "northeurope" },
            "location changed (location from westeurope to northeurope).",
        ],
        "another zone of a private API server": [
            {},
            { privateDnsZoneId: late },
            "privateDnsZoneId changed (privateDnsZoneId from created to given).",
        ],
        "another connection of a private API server, whose zone would have another name": [
            { apiServerConnection: "PrivateLink" },
            {},
            "apiServerConnection changed (apiServerConnection from PrivateLink to VnetIntegration).",
        ],
        "another size of the system pool": [
            {},
            { systemNodePool: { vmSize: "Standard_D8ds_v5" } },
            "systemNodePool.vmSize changed (systemNodePool.vmSize from Standard_D4ds_v5 to Standard_D8ds_v5).",
        ],
        "other zones of the system pool": [
            { systemNodePool: { zones: ["1"] } },
            {},
            "systemNodePool.zones changed (systemNodePool.zones from 1 to none).",
        ],
        "own keys for disks": [
            {},
            { diskEncryptionSetId: late },
            "diskEncryptionSetId changed (diskEncryptionSetId from none to given).",
        ],
    };
    for (const [what, [before, after, message]] of Object.entries(refused)) {
        it(`is ${what}`, () => {
            assert.equal(change(before, after), `${message} ${end}`);
        });
    }

    const accepted: Record<string, [ClusterArgs, ClusterArgs]> = {
        "nothing new": [{}, {}],
        "a default that is written": [{}, { egress: "NatGateway", podCidr: "10.244.0.0/16", location: "westeurope" }],
        "an API server that is opened, or closed with a zone that exists": [
            { authorizedIpRanges: ["203.0.113.0/24"] },
            { privateDnsZoneId: late },
        ],
        "VNet integration of a public API server": [
            { authorizedIpRanges: ["203.0.113.0/24"], apiServerConnection: "PrivateLink" },
            { authorizedIpRanges: ["203.0.113.0/24"] },
        ],
        "a region in other words": [{ location: "West Europe" }, { location: "westeurope" }],
        "a value that comes late": [
            { resourceGroupName: "platform", podCidr: "10.64.0.0/16" },
            { resourceGroupName: late, podCidr: late },
        ],
        "a firewall of others in place of the own one": [
            { egress: "Firewall" },
            { firewallPrivateIpAddress: "10.1.0.4" },
        ],
    };
    for (const [what, [before, after]] of Object.entries(accepted)) {
        it(`is not ${what}`, () => {
            assert.equal(change(before, after), undefined);
        });
    }

    it("is none for a cluster whose state says nothing", () => {
        assert.equal(refusedReplacement({}, madeWith({ egress: "None" })), undefined);
    });
});
