import { appArmor } from "./app-armor";
import { capabilities } from "./capabilities";
import { containerImages } from "./container-images";
import { containerPorts } from "./container-ports";
import { dashboards } from "./dashboards";
import { defaultNamespace } from "./default-namespace";
import { externalIps } from "./external-ips";
import { flexVolumes } from "./flex-volumes";
import { groups } from "./groups";
import { hostNamespaces } from "./host-namespaces";
import { hostNetwork } from "./host-network";
import { hostPaths } from "./host-paths";
import { hostProbes } from "./host-probes";
import { httpsGateways } from "./https-gateways";
import { httpsIngress } from "./https-ingress";
import { ingressHostSuffixes } from "./ingress-host-suffixes";
import { ingressHosts } from "./ingress-hosts";
import { internalLoadBalancers } from "./internal-load-balancers";
import { podLabels } from "./pod-labels";
import { privilegeEscalation } from "./privilege-escalation";
import { privilegedContainers } from "./privileged-containers";
import { procMount } from "./proc-mount";
import { resourceLimits } from "./resource-limits";
import { seLinux } from "./se-linux";
import { seccomp } from "./seccomp";
import { servicePorts } from "./service-ports";
import { sysctls } from "./sysctls";
import { users } from "./users";
import { volumeTypes } from "./volume-types";

/** Policies that are held unless somebody says otherwise, by their arguments. */
export const alwaysHeld = {
    privilegedContainers,
    hostNamespaces,
    hostNetwork,
    volumeTypes,
    hostPaths,
    flexVolumes,
    users,
    groups,
    seLinux,
    privilegeEscalation,
    capabilities,
    seccomp,
    appArmor,
    procMount,
    sysctls,
    hostProbes,
    dashboards,
    defaultNamespace,
    internalLoadBalancers,
    externalIps,
    httpsIngress,
    ingressHosts,
    ingressHostSuffixes,
    httpsGateways,
};

/** Policies that need values of the user, by their arguments. */
export const heldOnDemand = { containerImages, containerPorts, podLabels, resourceLimits, servicePorts };
