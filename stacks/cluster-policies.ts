import type * as aksguard from "../components";
import type { StackConfig } from "./config";

/** What of practice 9 depends on the workload: the rest is assigned in any case. */
export function clusterPolicies(config: StackConfig): aksguard.ClusterPolicyArgs {
    const { allowedImages, podLabels, servicePorts, cpuLimit, memoryLimit } = config;
    return {
        ...(allowedImages !== "" && { containerImages: { allowedRegex: allowedImages } }),
        ...(podLabels.length > 0 && { podLabels: { labels: podLabels } }),
        ...(servicePorts.length > 0 && { servicePorts: { allowedPorts: servicePorts } }),
        ...(cpuLimit !== "" && { resourceLimits: { cpu: cpuLimit, memory: memoryLimit } }),
    };
}
