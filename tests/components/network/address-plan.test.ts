import assert from "node:assert/strict";
import fc from "fast-check";
import { addressAt, contains, network4, overlap } from "../../../components/arguments/addresses";
import { addressPlan, addressSpaceLimits, optionalSubnets } from "../../../components/network/address-plan";

describe("addressPlan", () => {
    /** Subnets cannot be moved: a change of these values replaces the network of every user. */
    it("divides the default address space", () => {
        assert.deepEqual(addressPlan("10.240.0.0/16"), {
            nodes: "10.240.0.0/18",
            apiServer: "10.240.64.0/27",
            privateEndpoints: "10.240.64.64/26",
        });
    });

    it("keeps subnets inside of any space, apart from each other, and half of it free", () => {
        const spaces = fc.tuple(
            fc.nat(2 ** 31),
            fc.integer({ min: addressSpaceLimits.widest, max: addressSpaceLimits.narrowest }),
        );
        fc.assert(
            fc.property(spaces, ([number, prefixLength]) => {
                const size = 2 ** (32 - prefixLength);
                const first = addressAt(network4("0.0.0.0/0"), Math.floor(number / size) * size);
                const space = `${first}/${String(prefixLength)}`;
                const subnets = Object.values(addressPlan(space)).map(network4);
                const secondHalf = network4(`${addressAt(network4(space), size / 2)}/${String(prefixLength + 1)}`);
                for (const [index, subnet] of subnets.entries()) {
                    assert.ok(contains(network4(space), subnet));
                    assert.ok(!overlap(subnet, secondHalf));
                    assert.ok(subnets.slice(index + 1).every((other) => !overlap(subnet, other)));
                }
            }),
        );
    });
});

describe("optionalSubnets", () => {
    /** Like the plan above: these values are state. */
    it("keeps a place for each in the default address space", () => {
        assert.deepEqual(optionalSubnets("10.240.0.0/16"), {
            firewall: "10.240.64.128/26",
            systemNodes: "10.240.64.192/26",
            applicationGateway: "10.240.128.0/24",
            gatewayForContainers: "10.240.192.0/24",
        });
    });

    it("lie inside of any space, apart from each other and from the plan", () => {
        const { widest, narrowest } = addressSpaceLimits;
        for (const prefixLength of Array.from({ length: narrowest - widest + 1 }, (_, index) => widest + index)) {
            const space = `10.0.0.0/${String(prefixLength)}`;
            const subnets = Object.values({ ...addressPlan(space), ...optionalSubnets(space) }).map(network4);
            for (const [index, subnet] of subnets.entries()) {
                assert.ok(contains(network4(space), subnet), space);
                assert.ok(
                    subnets.slice(index + 1).every((other) => !overlap(subnet, other)),
                    space,
                );
            }
        }
    });
});
