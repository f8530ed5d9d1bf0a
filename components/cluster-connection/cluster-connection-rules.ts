import { choiceProblems, namesAreKnown, requiredResourceIdProblems, resourceForms } from "../arguments/forms";
import type { Rule } from "../arguments/rules";
import { KubeloginMode } from "../cluster/cluster-args";
import type { ClusterConnectionArgs } from "./cluster-connection-args";

/** What must hold between the arguments of a connection. */
export const clusterConnectionRules: Rule<ClusterConnectionArgs>[] = [
    namesAreKnown<ClusterConnectionArgs>({ clusterId: true, kubeloginMode: true }),
    ({ clusterId }) => requiredResourceIdProblems("clusterId", clusterId, resourceForms.cluster),
    ({ kubeloginMode }) => choiceProblems("kubeloginMode", kubeloginMode, KubeloginMode),
];
