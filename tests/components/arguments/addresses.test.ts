import assert from "node:assert/strict";
import {
    addressAt,
    contains,
    network4,
    overlap,
    parseNetwork,
    subnetAt,
} from "../../../components/arguments/addresses";

describe("addresses", () => {
    const rejected: Record<string, [unknown, string, string?]> = {
        "an empty text": ["", "which is no network"],
        "no text": [undefined, "which is no network"],
        "a word": ["office", "which is not CIDR notation"],
        "a prefix length that is too long": ["10.0.0.0/33", "which is not CIDR notation"],
        "an octet that is too large": ["10.0.0.256/24", "which is not CIDR notation"],
        "an address without prefix length": [
            "203.0.113.7",
            "which has no prefix length",
            'Set "203.0.113.7/32" for this one address',
        ],
        "an address inside of a network": [
            "203.0.113.7/24",
            "an address inside of a network and not the network itself",
            'Set "203.0.113.0/24"',
        ],
        "an IPv6 network": [
            "2001:db8::/32",
            "an IPv6 network, where AKS takes IPv4 only",
            "Set the IPv4 network of the same place",
        ],
    };
    for (const [title, [text, why, remedy]] of Object.entries(rejected)) {
        it(`rejects ${title}`, () => {
            assert.deepEqual(parseNetwork(text), {
                why,
                remedy: remedy ?? "Set a network in CIDR notation, such as 203.0.113.0/24",
            });
        });
    }

    it("computes subnets and addresses across octets", () => {
        const space = network4("10.240.0.0/16");
        assert.equal(subnetAt(space, 18, 0), "10.240.0.0/18");
        assert.equal(subnetAt(space, 18, 3), "10.240.192.0/18");
        assert.equal(subnetAt(space, 27, 9), "10.240.1.32/27");
        assert.equal(addressAt(network4("192.168.255.0/24"), 10), "192.168.255.10");
        assert.equal(addressAt(network4("255.255.255.0/24"), 255), "255.255.255.255");
    });

    it("tells overlapping networks from neighbours", () => {
        const overlapping = (one: string, other: string) => overlap(network4(one), network4(other));
        assert.equal(overlapping("10.0.0.0/8", "10.255.0.0/16"), true);
        assert.equal(overlapping("10.255.0.0/16", "10.0.0.0/8"), true);
        assert.equal(overlapping("10.0.0.0/9", "10.128.0.0/9"), false);
        assert.equal(contains(network4("10.0.0.0/9"), network4("10.1.0.0/16")), true);
        assert.equal(contains(network4("10.1.0.0/16"), network4("10.0.0.0/9")), false);
    });
});
