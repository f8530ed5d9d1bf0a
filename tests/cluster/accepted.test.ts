import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { parse } from "yaml";
import * as aksguard from "../../components";
import { kuredImage, kuredNamespaceName } from "../../components/kured/kured-args";
import { textOf, valueAt, type PropertyMap } from "../../sandbox/providers/property";
import { readConfig } from "../../stacks/config";
import { existingCluster } from "../../stacks/existing-cluster";
import { newCluster } from "../../stacks/new-cluster";
import { type Registration, record } from "../recorded-program";
import { everyPolicy } from "./every-policy";
import { isObject, objectsIn, RealCluster } from "./real-cluster";

const location = "westeurope";
const hub = "/subscriptions/99999999-9999-4999-8999-999999999999/resourceGroups/hub/providers";

/** Programs with every component that makes objects of Kubernetes. */
const programs: Record<string, () => unknown> = {
    "a namespace": () => new aksguard.SecureNamespace("shop"),
    "a namespace with everything named": () =>
        new aksguard.SecureNamespace("shop", {
            podSecurityLevel: "Baseline",
            podSecurityVersion: "latest",
            networkPolicyEngine: "KubernetesOnly",
            sameNamespaceTraffic: true,
            ingressFromNamespaces: [
                { namespaceName: "gateway", podLabels: { app: "gateway" }, ports: [{ port: 8080, endPort: 8090 }] },
            ],
            ingressFromNetworks: [{ cidr: "10.240.2.0/24", ports: [{ port: 8080 }] }],
            egressToNamespaces: [{ namespaceName: "queue", ports: [{ port: 5672 }] }],
            egressToNetworks: [{ cidr: "10.1.0.0/16", ports: [{ port: 514, protocol: "Udp" }] }],
            containerDefaults: { cpuRequest: "50m", cpuLimit: "1", memoryRequest: "64Mi", memoryLimit: "1Gi" },
            containerMaximum: { cpu: "3", memory: "8Gi" },
            quota: { pods: 10, loadBalancers: 1, nodePorts: 2, cpuLimits: "12", memoryLimits: "24Gi" },
            ingressHostSuffix: "shop.example.com",
            labels: { team: "shop" },
            annotations: { owner: "shop@example.com" },
        }),
    "a namespace for pods that may do anything": () =>
        new aksguard.SecureNamespace("shop", { podSecurityLevel: "Privileged" }),
    "admission policies": () => new aksguard.AdmissionPolicies("held", everyPolicy),
    kured: () => new aksguard.Kured("kured"),
    "kured with everything named": () =>
        new aksguard.Kured("kured", {
            notifyUrl: "slack://token@channel",
            metricsNamespaceName: "monitoring",
            blockingPodSelectors: ["app=database"],
        }),
    "a gateway for containers, with its namespace": () => {
        new aksguard.SecureNamespace("shop");
        new aksguard.GatewayForContainersIngress("gateway", {
            resourceGroupName: "given",
            clusterId: `${hub}/Microsoft.ContainerService/managedClusters/kit`,
            oidcIssuerUrl: "https://issuer.example.org/",
            nodeResourceGroupName: "MC_kit",
            subnetId: `${hub}/Microsoft.Network/virtualNetworks/hub/subnets/gateway`,
            gateways: [{ name: "shop", namespace: "shop", certificateSecretName: "shop-tls" }],
        });
    },
    "a cluster with kured": () => new aksguard.Cluster("kit", { location, nodeUpdates: "Kured" }),
};

const root = join(__dirname, "../..");
const stacks = join(root, "stacks");
for (const stack of stackNames().filter((name) => configOf(name)["project:namespaces"] !== "[]")) {
    programs[`stack ${stack}`] = () => {
        pulumi.runtime.setAllConfig(configOf(stack));
        const config = readConfig();
        (config.clusterId === "" ? newCluster : existingCluster)(stack, config, {});
    };
}

function stackNames(): string[] {
    return readdirSync(stacks).flatMap((file) => /^Pulumi\.(\w+)\.yaml$/.exec(file)?.[1] ?? []);
}

/** What the engine would hand to the program of a stack: the defaults of the project, and over them what the stack says. */
function configOf(stack: string): Record<string, string> {
    const read = (file: string) => parse(readFileSync(file, "utf8")) as { config: Record<string, unknown> };
    const defaults = Object.entries(read(join(root, "Pulumi.yaml")).config).map(
        ([key, declared]): [string, unknown] => [key, (declared as { default?: unknown }).default],
    );
    const own = Object.entries(read(join(stacks, `Pulumi.${stack}.yaml`)).config);
    const text = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));
    return Object.fromEntries(
        [...defaults, ...own]
            .filter(([, value]) => value !== undefined)
            .map(([key, value]) => [`project:${key.replace("aksguard:", "")}`, text(value)]),
    );
}

/** Kinds and names, for people. */
function named({ kind, metadata }: PropertyMap): string {
    const path = ["namespace", "name"].map((field) => textOf(valueAt(metadata, field))).filter((part) => part !== "");
    return `${textOf(kind)} ${path.join("/")}`;
}

describe("the API server accepts", function () {
    this.timeout(300_000);
    const recorded = new Map<string, Registration[]>();
    let cluster: RealCluster;
    before(async () => {
        cluster = await RealCluster.start();
        for (const [what, program] of Object.entries(programs)) recorded.set(what, await record(program));
    });
    after(async () => {
        await cluster.stop();
    });

    const objectsOf = (what: string) => objectsIn(recorded.get(what) ?? []);
    const versions = async (objects: readonly PropertyMap[]) =>
        await Promise.all(
            objects.map(async (object) => [
                named(object),
                valueAt(await cluster.get(object), "metadata", "resourceVersion"),
            ]),
        );

    for (const what of Object.keys(programs)) {
        it(`${what}: without a warning, a second time without a change, until it goes away`, async () => {
            const objects = await cluster.applyAll(objectsOf(what));
            assert.notEqual(objects.length, 0);
            assert.deepEqual(cluster.warnings, []);
            const before = await versions(objects);
            await Promise.all(objects.map((object) => cluster.apply(object)));
            assert.deepEqual(await versions(objects), before);

            await cluster.deleteAll(objects);
            assert.deepEqual(
                await versions(objects),
                objects.map((object) => [named(object), undefined]),
            );
        });
    }

    it("all of it under the admission policies too", async () => {
        const kured = { namespaceName: kuredNamespaceName, image: kuredImage };
        await cluster.install(() => new aksguard.AdmissionPolicies("guard", { kured }));
        for (const what of Object.keys(programs)) {
            const others = objectsOf(what).filter(({ kind }) => !textOf(kind).startsWith("ValidatingAdmissionPolicy"));
            await cluster.deleteAll(await cluster.applyAll(others));
        }
        assert.deepEqual(cluster.warnings, []);
    });

    it("and every component that makes objects of Kubernetes is among these", () => {
        const registrations = [...recorded.values()].flat();
        const parents = new Set(registrations.filter(isObject).map(({ parent }) => parent));
        const tried = registrations.filter(({ urn }) => parents.has(urn)).map(({ type }) => type.replace(/^.*:/, ""));
        assert.deepEqual([...new Set(tried)].sort(), componentsWithObjects());
    });
});

/** Components whose folder makes resources of the Kubernetes SDK. Providers are none. */
function componentsWithObjects(): string[] {
    const folders = readdirSync(join(root, "components"), { withFileTypes: true }).filter((entry) =>
        entry.isDirectory(),
    );
    return folders
        .filter(({ name }) => {
            const folder = join(root, "components", name);
            const sources = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
                file.endsWith(".ts"),
            );
            return sources.some((file) =>
                /^import \{[^}]*\} from "@pulumi\/kubernetes\/(?!provider)/m.test(
                    readFileSync(join(folder, file), "utf8"),
                ),
            );
        })
        .map(({ name }) => name.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase()))
        .sort();
}
