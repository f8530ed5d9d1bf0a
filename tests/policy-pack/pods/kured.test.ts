import assert from "node:assert/strict";

import { isKured, isKuredByCommand, isKuredBySignal, isKuredImage } from "../../../policy-pack/pods/kured";
import { Malformed, Property, Undetermined } from "../../../policy-pack/property";
import { podOf, type Pod } from "../../../policy-pack/resources/pod";
import { UNKNOWN, unknownCheckingProxy } from "../sdk-server";

const digest = `sha256:${"0123456789abcdef".repeat(4)}`;

const images = {
    kured: [
        "ghcr.io/kubereboot/kured",
        "ghcr.io/kubereboot/kured:1.23.0",
        "ghcr.io/kubereboot/kured:latest",
        `ghcr.io/kubereboot/kured@${digest}`,
        `ghcr.io/kubereboot/kured:1.23.0@${digest}`,
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
        // Anybody may call an image kured.
        "attacker.azurecr.io/kured:1",
        `shop.azurecr.io/kured@${digest}`,
        `shop.azurecr.io/ghcr.io/kubereboot/kured:1.23.0@${digest}`,
        ...["docker.io", "quay.io", "public.ecr.aws", "registry.gitlab.com", "gcr.io"].map(
            (registry) => `${registry}/attacker/kured:1.23.0`,
        ),
        "registry.hub.docker.com/attacker/kured:1.23.0",
        "registry-1.docker.io/attacker/kured:1.23.0",
        "registry.example.com:5000/mirror/kubereboot/kured:1.23.0",
        "attacker.example.com/x?ghcr.io/kubereboot/kured:1.23.0",
    ],
};

/** A pod of these containers, as an object of this kind makes it. */
function podWith(containers: unknown[], kind = "DaemonSet", others: object = {}): Pod {
    const object = { spec: { template: { spec: { containers, ...others } } } };
    const pod = podOf(Property.root(unknownCheckingProxy(object)), kind);
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

    it("is for the program kured only, not for another in its image", () => {
        for (const command of [undefined, null, [], ["/usr/bin/kured"], ["kured", "--period=1h"]]) {
            assert.equal(isKured(podWith([{ image, command }])), true, JSON.stringify(command));
        }
        for (const command of [
            ["/bin/sh", "-c", "kured"],
            [""],
            [null],
            ["/usr/bin/kured/sh"],
            ["/usr/bin/notkured"],
        ]) {
            assert.equal(isKured(podWith([{ image, command }])), false, JSON.stringify(command));
        }
        assert.throws(() => isKured(podWith([{ image, command: "/usr/bin/kured" }])), Malformed);
        assert.throws(() => isKured(podWith([{ image, command: UNKNOWN }])), Undetermined);
        assert.equal(isKured(podWith([{ image, command: UNKNOWN }, { image: "busybox" }])), false);
    });

    it("is left open by what is not known only where something known says that it is kured", () => {
        const late = { image: UNKNOWN };
        assert.throws(() => isKured(podWith([{ name: "kured", ...late }])), Undetermined);
        assert.throws(() => isKured(podWith([{ image }, { name: "kured", ...late }])), Undetermined);
        assert.throws(() => isKured(podWith([{ image }], "DaemonSet", { initContainers: UNKNOWN })), Undetermined);
        assert.equal(isKured(podWith([{ name: "agent", ...late }])), false);
        assert.equal(
            isKured(
                podWith([
                    { name: "kured", ...late },
                    { name: "agent", ...late },
                ]),
            ),
            false,
        );
        assert.equal(isKured(podWith([{ name: "kured", ...late, command: ["/bin/sh"] }])), false);
        assert.equal(isKured(podWith([{ ...late, name: UNKNOWN }])), false);
        assert.equal(isKured(podWith([], "DaemonSet", { containers: UNKNOWN })), false);
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
