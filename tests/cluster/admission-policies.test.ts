import assert from "node:assert/strict";
import * as aksguard from "../../components";
import { alwaysHeld, heldOnDemand } from "../../components/admission-policies/policies";
import { kuredImage } from "../../components/kured/kured-args";
import type { PropertyMap } from "../../sandbox/providers/property";
import { record, registered } from "../recorded-program";
import { cases, domain, tried } from "./admission-cases";
import { makers, metadata, pod, secureDebugger, sent, type Fields, type Written } from "./pods";
import { objectsIn, RealCluster } from "./real-cluster";

/** Everything is let in with warnings of all policies: a refusal tells the first one only. */
function warning(args: aksguard.AdmissionPoliciesArgs): aksguard.AdmissionPoliciesArgs {
    const given = args as Record<string, object | undefined>;
    const names = Object.keys({ ...alwaysHeld, ...heldOnDemand });
    return { ...args, ...Object.fromEntries(names.map((name) => [name, { ...given[name], action: "Warn" }])) };
}

const namespaces = ["shop", domain.name, "kured", "legacy", "tracing", "gatekeeper-system", "aks-istio-system"];

describe("the policies of AdmissionPolicies, at the API server", function () {
    this.timeout(300_000);
    let cluster: RealCluster;
    let held: string[];

    before(async () => {
        cluster = await RealCluster.start();
        for (const name of [...namespaces, "kube-system-2"]) {
            const labels: PropertyMap = name === domain.name ? { "aksguard/ingress-host-suffix": domain.suffix } : {};
            await cluster.apply({ apiVersion: "v1", kind: "Namespace", metadata: { name, labels } });
        }
        const args = warning({
            ...tried,
            excludedNamespaces: ["legacy"],
            hostNamespaces: { excludedNamespaces: ["tracing"] },
        });
        const objects = await cluster.install(() => new aksguard.AdmissionPolicies("held", args));
        held = objects.filter(({ kind }) => kind === "ValidatingAdmissionPolicy").map(nameOf);
    });
    after(async () => {
        await cluster.stop();
    });

    /** What a policy says to an object that the API server would take without it; all of them, if none is named. */
    async function warningsOf(policy: string, object: Written, part?: string): Promise<string[]> {
        const { allowed, message, warnings } = await cluster.judge(sent(object), part);
        assert.ok(allowed, message);
        const said = new RegExp(
            `^Validation failed for ValidatingAdmissionPolicy 'held-(${policy})' with binding '[^']+': (.*)$`,
            "s",
        );
        return warnings.flatMap((text) => said.exec(text)?.[2] ?? []);
    }

    it("are all tried here", () => {
        assert.deepEqual(held.map((name) => name.replace(/^held-/, "")).sort(), Object.keys(cases).sort());
    });

    for (const [policy, { namespace, accepted, refused, added = {} }] of Object.entries(cases)) {
        describe(policy, () => {
            const there = (object: Written): Written =>
                namespace === undefined ? object : { ...object, metadata: { ...object.metadata, namespace } };

            for (const [what, object] of Object.entries(accepted)) {
                it(`accepts ${what}`, async () => {
                    assert.deepEqual(await warningsOf(policy, there(object)), []);
                });
            }
            for (const [what, [object, ...messages]] of Object.entries(refused)) {
                it(`refuses ${what}`, async () => {
                    assert.deepEqual(await warningsOf(policy, there(object)), messages);
                });
            }
            for (const [what, [fields, ...messages]] of Object.entries(added)) {
                it(`refuses ${what} that is added to a running pod`, async () => {
                    const running = named(pod(), `running-${policy}`);
                    await cluster.apply(sent(running));
                    assert.deepEqual(
                        await warningsOf(policy, withDebugger(running, fields), "ephemeralcontainers"),
                        messages,
                    );
                });
            }

            const [[bad, ...messages] = assert.fail()] = Object.values(refused);
            if (bad.kind !== "Pod") return;
            it("judges every kind that makes pods, where it says what its pods are", async () => {
                const [judged, expected] = await inEveryKind(
                    ({ make }) => warningsOf(policy, make(bad)),
                    ({ place }) => messages.map((message) => message.replace(/^spec:/, `${place}:`)),
                );
                assert.deepEqual(judged, expected);
            });
            it("judges a pod to which a container is added", async () => {
                const running = named(bad, policy);
                await cluster.apply(sent(running));
                assert.deepEqual(await warningsOf(policy, withDebugger(running), "ephemeralcontainers"), messages);
            });
        });
    }

    it("accept the secure pod, as each kind makes it, and to look into it", async () => {
        const [judged, none] = await inEveryKind(
            ({ make }) => warningsOf(".*", make(pod())),
            () => [],
        );
        assert.deepEqual(judged, none);
        const running = named(pod(), "running");
        await cluster.apply(sent(running));
        assert.deepEqual(await warningsOf(".*", withDebugger(running), "ephemeralcontainers"), []);
    });

    it("accept a large pod: no expression costs more than the API server spends", async () => {
        const [container] = (pod()["spec"] as { containers: Fields[] }).containers;
        const containers = Array.from({ length: 60 }, (_, index) => ({ ...container, name: `c${String(index)}` }));
        const volumes = Array.from({ length: 60 }, (_, index) => ({ name: `v${String(index)}`, emptyDir: {} }));
        assert.deepEqual(await warningsOf(".*", pod({ containers, volumes })), []);
    });

    it("bind no hosts to a namespace without a domain", async () => {
        const [[ingress] = assert.fail()] = Object.values(cases["ingress-hosts"]?.refused ?? {});
        assert.deepEqual(await warningsOf("ingress-host-suffixes", ingress), [
            "spec: hosts cannot be claimed, because the namespace is without the label aksguard/ingress-host-suffix; ask whoever owns the namespace to set it to a domain, such as shop.example.com.",
        ]);
    });

    describe("leave alone", () => {
        const bad = pod({ hostPID: true });
        const within = async (namespace: string, object: Written, policy = "host-namespaces") =>
            (await warningsOf(policy, { ...object, metadata: { ...object.metadata, namespace } })).length;

        it("namespaces of AKS, and those that are excluded", async () => {
            for (const namespace of ["kube-system", "gatekeeper-system", "aks-istio-system", "legacy", "tracing"]) {
                assert.equal(await within(namespace, bad), 0, namespace);
            }
            for (const namespace of ["shop", "default", "kured", "kube-system-2"]) {
                assert.equal(await within(namespace, bad), 1, namespace);
            }
        });

        it("in each policy only what is excluded from it", async () => {
            const other = pod({ hostNetwork: true, containers: [{ name: "app", image: "app" }] });
            assert.equal(await within("tracing", other, "host-network"), 1);
        });

        it("what is being deleted", async () => {
            const finalizers = ["example.com/hold"];
            const leaving = (changes: Fields) => ({ ...bad, metadata: { ...metadata, name: "leaving", ...changes } });
            await cluster.apply(sent(leaving({ finalizers })));
            assert.equal((await warningsOf("host-namespaces", leaving({ labels: { app: "other" } }))).length, 1);
            await cluster.delete(sent(leaving({})));
            assert.deepEqual(await warningsOf(".*", leaving({ labels: { app: "other" } })), []);
        });

        it("what was there before and stays as it is, though more of it", async () => {
            const make = makers["Deployment"]?.make ?? assert.fail();
            const deployment = make(named(bad, "before"));
            await cluster.apply(sent(deployment));
            const scaled = { ...deployment, spec: { ...(deployment["spec"] as Fields), replicas: 5 } };
            assert.deepEqual(await warningsOf(".*", scaled), []);
            const before = named(bad, "before");
            await cluster.apply(sent(before));
            const noted = { ...before, metadata: { ...before.metadata, annotations: { note: "kept" } } };
            assert.deepEqual(await warningsOf(".*", noted), []);
        });

        it("but no change of the pod", async () => {
            const labelled = (labels: Fields) => ({ ...pod(), metadata: { ...metadata, name: "changed", labels } });
            const [judged, expected] = await inEveryKind(
                async ({ make }) => {
                    await cluster.apply(sent(make(labelled(metadata.labels))));
                    return await warningsOf("pod-labels", make(labelled({ app: "app" })));
                },
                ({ place }) => [
                    `${place}: labels of the pod (metadata.labels beside it) are without team; set each of them.`,
                ],
            );
            assert.deepEqual(judged, expected);
        });

        it("but no change of an annotation of services and ingresses", async () => {
            const service = (annotations: Fields): Written => ({
                apiVersion: "v1",
                kind: "Service",
                metadata: { name: "balanced", namespace: "shop", annotations },
                spec: { type: "LoadBalancer", ports: [{ port: 443 }] },
            });
            const internal = { "service.beta.kubernetes.io/azure-load-balancer-internal": "true" };
            await cluster.apply(sent(service(internal)));
            assert.deepEqual(await warningsOf(".*", service(internal)), []);
            assert.equal((await warningsOf("internal-load-balancers", service({}))).length, 1);
        });
    });

    describe("let kured", () => {
        const broken = ["host-namespaces", "host-paths", "users", "groups", "capabilities", "app-armor"];
        let made: Written;
        let template: { metadata: Fields; spec: { containers: [Fields] } };
        let container: Fields;

        before(async () => {
            const registrations = await record(() => new aksguard.Kured("kured"));
            made = registered(registrations, "kubernetes:apps/v1:DaemonSet").inputs as Written;
            template = (made["spec"] as { template: typeof template }).template;
            [container] = template.spec.containers;
        });

        const daemonSet = (changes: Fields = {}, own: Fields = {}): Written => ({
            ...made,
            metadata: { ...made.metadata, ...own },
            spec: { ...(made["spec"] as Fields), template: { ...template, spec: { ...template.spec, ...changes } } },
        });
        const podOf = (owner?: string): Written => ({
            apiVersion: "v1",
            kind: "Pod",
            metadata: {
                ...made.metadata,
                name: "kured-x",
                ownerReferences: owner && [{ apiVersion: "apps/v1", kind: "DaemonSet", name: owner, uid: "1" }],
            },
            spec: template.spec,
        });

        it("do what it must", async () => {
            for (const object of [daemonSet(), podOf("kured")]) {
                assert.deepEqual(await warningsOf(broken.join("|"), object), []);
            }
        });

        it("do nothing where nobody said that it is there", async () => {
            const args = warning({ ...tried, kured: undefined });
            const all = objectsIn(await record(() => new aksguard.AdmissionPolicies("other", args)));
            const others = all.filter((object) => broken.includes(nameOf(object).replace("other-", "")));
            await cluster.applyAll(others);
            const { warnings } = await cluster.judge(sent(daemonSet()));
            const refusing = warnings.flatMap((text) => /'other-(\S+)' with/.exec(text)?.[1] ?? []);
            assert.deepEqual([...new Set(refusing)].sort(), broken.sort());
            await cluster.deleteAll(others);
        });

        it("break no other policy", async () => {
            const privileged = { ...(container["securityContext"] as Fields), privileged: true };
            const object = daemonSet({
                containers: [{ ...container, securityContext: { ...privileged, allowPrivilegeEscalation: undefined } }],
            });
            assert.equal((await warningsOf("privileged-containers", object)).length, 1);
        });

        const impostors: Record<string, () => Written> = {
            "another image": () => daemonSet({ containers: [{ ...container, image: `${kuredImage}-evil` }] }),
            "another command": () => daemonSet({ containers: [{ ...container, command: ["/bin/sh"] }] }),
            "a further container": () => daemonSet({ containers: [container, { name: "shell", image: "busybox" }] }),
            "a container before it": () =>
                daemonSet({ initContainers: [{ ...container, ...notProbed, name: "setup" }] }),
            "another namespace": () => daemonSet({}, { namespace: "shop" }),
            "another name": () => daemonSet({}, { name: "kured2" }),
            "a pod of another DaemonSet": () => podOf("other"),
            "a pod of nobody": () => podOf(),
        };
        for (const [what, make] of Object.entries(impostors)) {
            it(`not be taken for ${what}`, async () => {
                assert.equal((await warningsOf("host-namespaces", make())).length, 1);
            });
        }
    });
});

/** What a container that ends has none of. */
const notProbed = { livenessProbe: undefined, readinessProbe: undefined, ports: undefined };

function nameOf({ metadata }: ReturnType<typeof sent>): string {
    return (metadata as { name: string }).name;
}

function named(object: Written, name: string): Written {
    return { ...object, metadata: { ...object.metadata, name } };
}

/** A pod with a container to look into it. */
function withDebugger(running: Written, fields: Fields = {}): Written {
    const ephemeralContainers = [{ ...secureDebugger, ...fields }];
    return { ...running, spec: { ...(running["spec"] as Fields), ephemeralContainers } };
}

type Maker = (typeof makers)[string];

/** What is found and what is expected, by kind. */
async function inEveryKind(
    find: (maker: Maker) => Promise<string[]>,
    expect: (maker: Maker) => string[],
): Promise<[object, object]> {
    const all = Object.entries(makers);
    const found = await Promise.all(all.map(async ([kind, maker]) => [kind, await find(maker)]));
    return [Object.fromEntries(found), Object.fromEntries(all.map(([kind, maker]) => [kind, expect(maker)]))];
}
