import type * as aksguard from "../../components";
import { kuredImage, kuredNamespaceName } from "../../components/kured/kured-args";

/** Values for all admission policies that need some. */
export const everyPolicy: aksguard.AdmissionPoliciesArgs = {
    kured: { namespaceName: kuredNamespaceName, image: kuredImage },
    containerImages: { allowedImages: String.raw`^(prod\.azurecr\.io|mcr\.microsoft\.com)/.+$` },
    containerPorts: { allowedPorts: ["8080", "9000-9009"] },
    podLabels: { labels: ["team"] },
    resourceLimits: { cpu: "1500m", memory: "1Gi" },
    servicePorts: { allowedPorts: ["443", "8000-8999"] },
};
