import assert from "node:assert/strict";
import { judgeAll } from "../../../components/arguments/rules";
import type { NetworkAccessArgs } from "../../../components/private-endpoint/network-access-args";
import { networkAccessRules } from "../../../components/private-endpoint/network-access-rules";
import { privateLinkServices } from "../../../components/private-endpoint/private-link-services";

const group = "/subscriptions/99999999-9999-4999-8999-999999999999/resourceGroups/hub/providers";
const privateEndpointSubnetId = `${group}/Microsoft.Network/virtualNetworks/hub/subnets/endpoints`;
const zone = (name: string) => `${group}/Microsoft.Network/privateDnsZones/${name}`;

const problems = (args: NetworkAccessArgs) => judgeAll(args, networkAccessRules(privateLinkServices.registry)).now;

describe("from where a service is reached", () => {
    const accepted: Record<string, NetworkAccessArgs> = {
        "by a private endpoint": { privateEndpointSubnetId },
        "by a private endpoint that a zone of a hub names": {
            privateEndpointSubnetId,
            privateDnsZoneId: zone("privatelink.azurecr.io"),
        },
        "from networks on the internet": { allowedIpRanges: ["203.0.113.0/24", "198.51.100.7/32"] },
        "by both": { privateEndpointSubnetId, allowedIpRanges: ["203.0.113.0/24"] },
    };
    for (const [title, args] of Object.entries(accepted)) {
        it(`may be ${title}`, () => {
            assert.deepEqual(problems(args), []);
        });
    }

    const rejected: Record<string, [NetworkAccessArgs, string]> = {
        nowhere: [
            {},
            "privateEndpointSubnetId is unset, and without allowedIpRanges nothing would reach the registry. Set the id of a subnet for private endpoints, such as Network.privateEndpointSubnetId.",
        ],
        "a subnet by name": [
            { privateEndpointSubnetId: "endpoints" },
            'privateEndpointSubnetId is "endpoints", which is not the ARM id of a subnet. Set the id that `az network vnet subnet show --query id` prints.',
        ],
        "a zone of another name": [
            { privateEndpointSubnetId, privateDnsZoneId: zone("privatelink.vaultcore.azure.net") },
            'privateDnsZoneId is "privatelink.vaultcore.azure.net", where clients look records up in privatelink.azurecr.io. Set a zone of this name.',
        ],
        "a zone by name": [
            { privateEndpointSubnetId, privateDnsZoneId: "privatelink.azurecr.io" },
            'privateDnsZoneId is "privatelink.azurecr.io", which is not the ARM id of a private DNS zone. Set the id that `az network private-dns zone show --query id` prints.',
        ],
        "a zone for no endpoint": [
            { allowedIpRanges: ["203.0.113.0/24"], privateDnsZoneId: zone("privatelink.azurecr.io") },
            'privateDnsZoneId is "/subscriptions/99999999-9999-4999-8999-999999999999/resourceGroups/hub/provider…, and without privateEndpointSubnetId there is no private endpoint to name. Set privateEndpointSubnetId, or leave privateDnsZoneId out.',
        ],
        "no network": [
            { allowedIpRanges: [] },
            "allowedIpRanges is [], and an empty list would give the registry a public endpoint that nobody may use. Leave it out, or name the networks that may use the public endpoint.",
        ],
        "too many networks": [
            { allowedIpRanges: Array.from({ length: 101 }, (_, index) => `203.0.113.${String(index)}/32`) },
            'allowedIpRanges is "101 networks", where the firewall of the registry takes at most 100. Join neighbouring networks.',
        ],
        "the internet": [
            { allowedIpRanges: ["0.0.0.0/0"] },
            'allowedIpRanges[0] is "0.0.0.0/0", a network of more than 65,536 addresses. Set networks of /16 or narrower.',
        ],
        "an address": [
            { allowedIpRanges: ["203.0.113.7"] },
            'allowedIpRanges[0] is "203.0.113.7", which has no prefix length. Set "203.0.113.7/32" for this one address.',
        ],
        "private addresses": [
            { allowedIpRanges: ["10.240.0.0/16"] },
            'allowedIpRanges[0] is "10.240.0.0/16", which lies in 10.0.0.0/8, where no client of a public endpoint comes from. Set the public addresses that these clients leave with, or privateEndpointSubnetId.',
        ],
    };
    for (const [title, [args, problem]] of Object.entries(rejected)) {
        it(`is not ${title}`, () => {
            assert.deepEqual(problems(args), [problem]);
        });
    }

    it("may be more networks with a vault", () => {
        const allowedIpRanges = Array.from({ length: 101 }, (_, index) => `203.0.113.${String(index)}/32`);
        assert.deepEqual(judgeAll({ allowedIpRanges }, networkAccessRules(privateLinkServices.vault)).now, []);
    });
});
