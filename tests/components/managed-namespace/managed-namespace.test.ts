import assert from "node:assert/strict";
import { ManagedNamespace, type ManagedNamespaceArgs } from "../../../components";
import { judgeAll } from "../../../components/arguments/rules";
import { managedNamespaceRules } from "../../../components/managed-namespace/managed-namespace-rules";
import { record, registered } from "../../recorded-program";

const clusterId =
    "/subscriptions/99999999-9999-4999-8999-999999999999/resourceGroups/given/providers/Microsoft.ContainerService/managedClusters/prod";
const quota = { cpuRequest: "2000m", cpuLimit: "4000m", memoryRequest: "4Gi", memoryLimit: "8Gi" };
const type = "azure-native:containerservice:ManagedNamespace";

describe("ManagedNamespace", () => {
    it("denies everything that no argument allows", async () => {
        const registrations = await record(() => new ManagedNamespace("shop", { clusterId, quota }));
        assert.deepEqual(registered(registrations, type).inputs, {
            resourceGroupName: "given",
            resourceName: "prod",
            managedNamespaceName: "shop",
            properties: {
                adoptionPolicy: "Never",
                deletePolicy: "Delete",
                labels: {
                    "pod-security.kubernetes.io/enforce": "restricted",
                    "pod-security.kubernetes.io/audit": "restricted",
                    "pod-security.kubernetes.io/warn": "restricted",
                },
                defaultNetworkPolicy: { ingress: "DenyAll", egress: "DenyAll" },
                defaultResourceQuota: quota,
            },
        });
    });

    it("takes what relaxes it", async () => {
        const args: ManagedNamespaceArgs = {
            clusterId,
            quota,
            namespaceName: "web-shop",
            podSecurityLevel: "Baseline",
            ingress: "AllowSameNamespace",
            egress: "AllowAll",
            labels: { team: "shop" },
        };
        const { inputs } = registered(await record(() => new ManagedNamespace("shop", args)), type);
        const { labels, defaultNetworkPolicy } = inputs["properties"] as Record<string, Record<string, string>>;
        assert.equal(inputs["managedNamespaceName"], "web-shop");
        assert.equal(labels?.["pod-security.kubernetes.io/enforce"], "baseline");
        assert.equal(labels["team"], "shop");
        assert.deepEqual(defaultNetworkPolicy, { ingress: "AllowSameNamespace", egress: "AllowAll" });
    });

    it("makes a name of a namespace of any name", async () => {
        const registrations = await record(() => new ManagedNamespace("My_Shop", { clusterId, quota }));
        assert.equal(registered(registrations, type).inputs["managedNamespaceName"], "my-shop-0da13f");
    });

    const rejected: Record<string, [Partial<ManagedNamespaceArgs>, string, ...string[]]> = {
        "a namespace of the system": [
            { namespaceName: "kube-system" },
            'namespaceName is "kube-system", a namespace that AKS keeps for itself. Set another name.',
        ],
        "a name that is none of a namespace": [
            { namespaceName: "My_Shop" },
            'namespaceName is "My_Shop", where Kubernetes takes at most 63 lower-case letters, digits and inner hyphens. Set such a name.',
        ],
        "a number in place of a name": [
            { namespaceName: 5 as unknown as string },
            "namespaceName is 5, where Kubernetes takes at most 63 lower-case letters, digits and inner hyphens. Set such a name.",
        ],
        "requests above their limits": [
            { quota: { ...quota, cpuRequest: "4001m", memoryRequest: "9Gi" } },
            'quota.cpuRequest is "4001m", which is above quota.cpuLimit (4000m). Set at most 4000m, or raise quota.cpuLimit.',
            'quota.memoryRequest is "9Gi", which is above quota.memoryLimit (8Gi). Set at most 8Gi, or raise quota.memoryLimit.',
        ],
        "a quota that is left out": [{ quota: undefined }, "quota is unset, and it has no default. Give it a value."],
        "a misspelt amount": [
            { quota: { ...quota, pods: 3 } as typeof quota },
            'quota.pods is "given", and there is no argument of this name. The arguments are cpuRequest, cpuLimit, memoryRequest, memoryLimit.',
        ],
        "cores instead of thousandths": [
            { quota: { ...quota, cpuLimit: "4" } },
            'quota.cpuLimit is "4", where ARM takes thousandths of a core. Set a text such as "2000m".',
        ],
        "memory without a binary unit": [
            { quota: { ...quota, memoryLimit: "8G" } },
            'quota.memoryLimit is "8G", where ARM takes a whole number of a binary unit. Set a text such as "8Gi".',
        ],
        "a label in place of the level": [
            { labels: { "pod-security.kubernetes.io/enforce": "privileged" } },
            'labels.pod-security.kubernetes.io/enforce is "privileged", and podSecurityLevel sets the labels of pod security. Set podSecurityLevel, and leave this label out.',
        ],
        "no standard at all": [
            { podSecurityLevel: "Privileged" as "Baseline" },
            'podSecurityLevel is "Privileged", which is not among its values. Set one of Baseline, Restricted.',
        ],
    };
    for (const [title, [args, ...messages]] of Object.entries(rejected)) {
        it(`rejects ${title}`, () => {
            const rules = managedNamespaceRules("shop");
            assert.deepEqual(judgeAll({ clusterId, quota, ...args }, rules).now, messages);
        });
    }
});
