import { kuredName } from "./kured-daemon-set";

/**
 * What draining a node takes, and nothing more: pods are evicted, never deleted, so that PodDisruptionBudgets hold.
 * https://github.com/kubernetes/kubectl/blob/master/pkg/drain/drain.go
 */
export const clusterRules = [
    { apiGroups: [""], resources: ["nodes"], verbs: ["get", "patch"] },
    { apiGroups: [""], resources: ["pods"], verbs: ["get", "list"] },
    { apiGroups: [""], resources: ["pods/eviction"], verbs: ["create"] },
    { apiGroups: ["apps"], resources: ["daemonsets"], verbs: ["get"] },
];

/** The lock that lets one node restart at a time is an annotation of kured's own DaemonSet. */
export const lockRules = [
    { apiGroups: ["apps"], resources: ["daemonsets"], resourceNames: [kuredName], verbs: ["update"] },
];
