import { workloads } from "../judged";
import { literal, type AdmissionPolicy } from "../policy";

/** Drivers of FlexVolumes are programs that run as root on the node. Kubernetes has given them up for CSI. */
export function flexVolumes({ allowedDrivers = [] }: { allowedDrivers?: string[] }): AdmissionPolicy {
    return {
        judges: workloads,
        demands: [
            {
                name: "foreign",
                must: "Pods must mount no FlexVolumes but of allowed drivers",
                offenders: `variables.volumes.filter(v, has(v.flexVolume) && !(v.flexVolume.?driver.orValue("") in ${literal(allowedDrivers)})).map(v, string(v.name) + " (" + string(v.flexVolume.?driver.orValue("")) + ")")`,
                found: "volumes[].flexVolume is set in",
                remedy:
                    allowedDrivers.length === 0
                        ? "use a CSI driver"
                        : `use a CSI driver, or the driver ${allowedDrivers.join(", ")}`,
            },
        ],
    };
}
