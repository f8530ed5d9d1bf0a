/**
 * FlexVolume drivers are programs on the node that run as root; Kubernetes deprecated them in favour of CSI.
 *
 * Checked property:  pod `spec.volumes[*].flexVolume.driver`
 * Compliant values:  the configured drivers; none by default
 * When unset:        compliant (a volume without `flexVolume` has no such driver)
 */
import { alternatives, quote } from "../../message";
import { check, definePolicy, each } from "../../policy";
import { pod } from "../../resources/pod";

interface Config {
    readonly allowedFlexVolumeDrivers: readonly string[];
}

export const podFlexVolumeDriversLimited = definePolicy<Config>({
    name: "pod-flex-volume-drivers-limited",
    description: "Pods must not use FlexVolume drivers that are not allowed.",
    remediationSteps: "Use a CSI driver, or allow the driver by `allowedFlexVolumeDrivers`.",
    severity: "medium",
    practice: 6,
    equivalents: ["azure-policy:f4a8fce0-2dd5-4c21-9a36-8f0ec809d663"],
    configSchema: {
        properties: {
            allowedFlexVolumeDrivers: {
                type: "array",
                items: { type: "string" },
                default: [],
                description: "The drivers that pass, such as `example/lvm`.",
            },
        },
    },
    checks: [
        check(pod, function* ({ spec }, { allowedFlexVolumeDrivers: allowed }) {
            yield* each(spec.at("volumes").elements(), function* (volume) {
                const flexVolume = volume.at("flexVolume");
                if (flexVolume.object() === undefined) return;
                const driver = flexVolume.at("driver");
                const name = driver.string() ?? "";
                if (allowed.includes(name)) return;
                const advice = allowed.length === 0 ? "a volume of a CSI driver" : alternatives(allowed);
                yield name === ""
                    ? `\`${flexVolume.path}\` is a FlexVolume without a driver; set it to ${advice}.`
                    : `\`${driver.path}\` is ${quote(name)}, which is not allowed; set it to ${advice}.`;
            });
        }),
    ],
});
