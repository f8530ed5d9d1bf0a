import assert from "node:assert/strict";

import { isKured, isKuredByCommand, isKuredBySignal, isKuredImage } from "../../../policy-pack/pods/kured";
import { Property } from "../../../policy-pack/property";
import { podOf, type Pod } from "../../../policy-pack/resources/pod";

const digest = `sha256:${"0123456789abcdef".repeat(4)}`;

const images = {
    kured: [
        "ghcr.io/kubereboot/kured",
        "ghcr.io/kubereboot/kured:1.23.0",
        "ghcr.io/kubereboot/kured:latest",
        `ghcr.io/kubereboot/kured@${digest}`,
        `ghcr.io/kubereboot/kured:1.23.0@${digest}`,
        "registry.example.com/kured:1.23.0",
        "registry.example.com:5000/mirror/kubereboot/kured:1.23.0",
        `shop.azurecr.io/kured@${digest}`,
        `shop.azurecr.io/ghcr.io/kubereboot/kured:1.23.0@${digest}`,
        "registry.example.com/kured:latest-1",
    ],
    others: [
        "",
        "kured",
        "kured:1.23.0",
        "kubereboot/kured:1.23.0",
        "ghcr.io/kubereboot/kured-agent:1.23.0",
        "ghcr.io/kubereboot/kured/agent:1.23.0",
        "ghcr.io/kubereboot/kured:",
        "ghcr.io/kubereboot/kured:1.23.0 ",
        "ghcr.io/kubereboot/kured@sha256:0123",
        "ghcr.io/attacker/kured:1.23.0",
        "ghcr.io:443/attacker/kured:1.23.0",
        "docker.io/attacker/kured:1.23.0",
        "quay.io/attacker/kured:1.23.0",
        "public.ecr.aws/attacker/kured:1.23.0",
        "registry.example.com/notkured:1.23.0",
        "registry.example.com/kured",
        "registry.example.com/kured:latest",
        `registry.example.com/kured:latest@${digest}`,
        "registry.example.com/kured/agent:1.23.0",
        "attacker.example.com/x?ghcr.io/kubereboot/kured:1.23.0",
    ],
};

/** A pod of these containers, as an object of this kind makes it. */
function podWith(containers: unknown[], kind = "DaemonSet", others: object = {}): Pod {
    const object = { spec: { template: { spec: { containers, ...others } } } };
    const pod = podOf(Property.root(object), kind);
    assert.ok(pod !== undefined);
    return pod;
}

const image = "ghcr.io/kubereboot/kured:1.23.0";

describe("the exemption of kured", () => {
    for (const name of images.kured) {
        it(`knows ${name}`, () => {
            assert.equal(isKuredImage(name), true);
        });
    }
    for (const name of images.others) {
        it(`does not know ${JSON.stringify(name)}`, () => {
            assert.equal(isKuredImage(name), false);
        });
    }

    it("is for a DaemonSet only", () => {
        assert.equal(isKured(podWith([{ image }])), true);
        assert.equal(isKured(podWith([{ image }], "Deployment")), false);
    });

    it("is for pods of nothing else", () => {
        assert.equal(isKured(podWith([{ image }, { image }])), true);
        assert.equal(isKured(podWith([{ image }, { image: "shop.azurecr.io/app:1" }])), false);
        assert.equal(isKured(podWith([{ image }], "DaemonSet", { initContainers: [{ image: "busybox" }] })), false);
        assert.equal(
            isKured(podWith([{ image }], "DaemonSet", { ephemeralContainers: [{ image: "busybox" }] })),
            false,
        );
        assert.equal(isKured(podWith([{}])), false);
        assert.equal(isKured(podWith([])), false);
    });

    it("tells the methods of a restart apart", () => {
        const bySignal = [
            { args: ["--period=1h", "--reboot-method=signal"] },
            { args: ["--reboot-method", "signal"] },
            { command: ["/usr/bin/kured", "--reboot-method=signal"] },
        ];
        const byCommand = [
            {},
            { args: null },
            { args: ["--reboot-method=command"] },
            { args: ["--reboot-method", "command", "signal"] },
            { args: ["--reboot-method=signals"] },
            { args: ["signal", "--reboot-method"] },
        ];
        for (const words of bySignal) {
            const kured = podWith([{ image, ...words }]);
            assert.deepEqual([isKuredBySignal(kured), isKuredByCommand(kured)], [true, false], JSON.stringify(words));
        }
        for (const words of byCommand) {
            const kured = podWith([{ image, ...words }]);
            assert.deepEqual([isKuredBySignal(kured), isKuredByCommand(kured)], [false, true], JSON.stringify(words));
        }
    });

    it("is of no method for another pod", () => {
        const other = podWith([{ image: "shop.azurecr.io/app:1", args: ["--reboot-method=signal"] }]);
        assert.deepEqual([isKuredBySignal(other), isKuredByCommand(other)], [false, false]);
    });
});
