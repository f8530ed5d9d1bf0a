import assert from "node:assert/strict";

import { type PropertyMap, textOf } from "../../../sandbox/providers/property";
import { Arm, type Created, withGroup } from "./arm";

const associationType = "azure-native:servicenetworking:AssociationsInterface";
const controllerType = "azure-native:servicenetworking:TrafficControllerInterface";
const inGroup = { resourceGroupName: "rg" };
const delegation = [{ name: "it", serviceName: "Microsoft.ServiceNetworking/trafficControllers" }];

async function withController(): Promise<{ arm: Arm; controller: Created }> {
    const arm = new Arm();
    await withGroup(arm);
    const controller = await arm.create(controllerType, { ...inGroup, trafficControllerName: "agc" });
    await arm.create("azure-native:network:VirtualNetwork", {
        ...inGroup,
        virtualNetworkName: "net",
        addressSpace: { addressPrefixes: ["10.0.0.0/16"] },
    });
    return { arm, controller };
}

const subnet = (arm: Arm, name: string, addressPrefix: string, change: PropertyMap = { delegations: delegation }) =>
    arm.create("azure-native:network:Subnet", {
        ...inGroup,
        virtualNetworkName: "net",
        subnetName: name,
        addressPrefix,
        ...change,
    });

const association = (id: string, name = "one"): PropertyMap => ({
    ...inGroup,
    trafficControllerName: "agc",
    associationName: name,
    associationType: "subnets",
    subnet: { id },
});

describe("an application gateway for containers", () => {
    it("lists what hangs on it, and has a name for each frontend", async () => {
        const { arm, controller } = await withController();
        const { id: subnetId } = await subnet(arm, "agc", "10.0.1.0/24");
        const { id } = await arm.create(associationType, association(subnetId));
        const frontend = await arm.create("azure-native:servicenetworking:FrontendsInterface", {
            ...inGroup,
            trafficControllerName: "agc",
            frontendName: "public",
        });
        assert.match(textOf(frontend.outputs.fqdn), /^[0-9a-f]{16}\.fz01\.alb\.azure\.com$/);
        const read = await arm.read(controllerType, controller.id);
        assert.ok(read !== undefined);
        assert.deepEqual(read.outputs.associations, [{ id }]);
        assert.deepEqual(read.outputs.frontends, [{ id: frontend.id }]);
        await assert.rejects(arm.delete("azure-native:network:Subnet", subnetId), /InUseSubnetCannotBeDeleted/);
    });

    it("is associated with one subnet that is handed over to it", async () => {
        const { arm } = await withController();
        const own = await subnet(arm, "own", "10.0.1.0/24", {});
        await assert.rejects(arm.create(associationType, association(own.id)), /is not delegated to/);
        const small = await subnet(arm, "small", "10.0.2.0/25");
        await assert.rejects(arm.create(associationType, association(small.id)), /an association needs a \/24/);
        const right = await subnet(arm, "right", "10.0.3.0/24");
        await arm.create(associationType, association(right.id));
        const other = await subnet(arm, "other", "10.0.4.0/24");
        await assert.rejects(arm.create(associationType, association(other.id, "two")), /can have one association/);
    });

    it("takes no firewall with rules of before", async () => {
        const { arm } = await withController();
        const policy = (policyName: string, ruleSetType: string, ruleSetVersion: string) =>
            arm.create("azure-native:network:WebApplicationFirewallPolicy", {
                ...inGroup,
                policyName,
                managedRules: { managedRuleSets: [{ ruleSetType, ruleSetVersion }] },
            });
        const secured = (id: string): PropertyMap => ({
            ...inGroup,
            trafficControllerName: "agc",
            securityPolicyName: "waf",
            wafPolicy: { id },
        });
        const type = "azure-native:servicenetworking:SecurityPoliciesInterface";
        const { id: old } = await policy("old", "OWASP", "3.2");
        await assert.rejects(arm.create(type, secured(old)), /are not supported by Application Gateway for Containers/);
        const { id } = await policy("new", "Microsoft_DefaultRuleSet", "2.1");
        await arm.create(type, secured(id));
        await assert.rejects(arm.delete("azure-native:network:WebApplicationFirewallPolicy", id), /is in use by/);
    });
});
