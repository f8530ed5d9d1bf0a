import { podProbesDefined } from "../../../../policy-pack/policies/pod/pod-probes-defined";
import { container, deployment, kindsWithPods, object, pod, podSpec, workloadWith } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const without = (...probes: string[]) => container(Object.fromEntries(probes.map((probe) => [probe, undefined])));
const readiness = (path: string) =>
    `\`${path}.readinessProbe\` is unset, and requests then come before the application can answer; set it to a probe of the application.`;
const liveness = (path: string) =>
    `\`${path}.livenessProbe\` is unset, and the container then goes on when the application hangs; set it to a probe of the application.`;
const first = "spec.template.spec.containers[0]";
const bare = { containers: [without("readinessProbe", "livenessProbe")] };

testPolicy(podProbesDefined, {
    compliant: {
        "both probes": deployment(),
        "init and ephemeral containers without": deployment({
            initContainers: [without("readinessProbe", "livenessProbe")],
            ephemeralContainers: [without("readinessProbe", "livenessProbe")],
        }),
        "the one probe that is configured": {
            ...deployment({ containers: [without("readinessProbe")] }),
            config: { requiredProbes: ["livenessProbe"] },
        },
        "a probe that is not known yet": deployment({ "containers.0.readinessProbe": UNKNOWN }),
        "a container that is left out by its name": { ...deployment(bare), config: { excludedContainers: ["app"] } },
        "a container that is left out by its image": {
            ...deployment(bare),
            config: { excludedImages: ["shop.azurecr.io/*"] },
        },
        "a patch that says nothing of probes": object("apps/v1", "DeploymentPatch", {
            metadata: { name: "shop", namespace: "shop" },
            spec: { template: { spec: { containers: [{ name: "app" }] } } },
        }),
        "a pod that starts again": pod({ restartPolicy: "Always" }),
    },
    violating: {
        ...Object.fromEntries(
            kindsWithPods
                .filter(({ kind }) => kind !== "Job" && kind !== "CronJob")
                .map(({ apiVersion, kind, path }) => {
                    const container = [...path, "spec", "containers[0]"].join(".");
                    const object = workloadWith(apiVersion, kind, path, podSpec(bare));
                    return [
                        `${kind} of ${apiVersion}`,
                        { ...object, message: [readiness(container), liveness(container)] },
                    ];
                }),
        ),
        "null for one": {
            ...deployment({ containers: [container({ livenessProbe: null })] }),
            message: liveness(first),
        },
        "the probe of slow starts, where it is configured": {
            ...deployment(),
            config: { requiredProbes: ["startupProbe"] },
            message: `\`${first}.startupProbe\` is unset, and a slow start then counts as a failure; set it to a probe of the application.`,
        },
    },
    undetermined: {
        "an unknown container": {
            ...deployment({ containers: [UNKNOWN, without("readinessProbe")] }),
            violations: [readiness("spec.template.spec.containers[1]")],
            undetermined: ["`spec.template.spec.containers[0]` is not known before the update"],
        },
    },
    notApplicable: {
        "a job": {
            ...workloadWith("batch/v1", "Job", ["spec", "template"], podSpec(bare)),
            reason: "the pod ends by itself",
        },
        "a cron job": {
            ...workloadWith("batch/v1", "CronJob", ["spec", "jobTemplate", "spec", "template"], podSpec(bare)),
            reason: "the pod ends by itself",
        },
        "a pod that never starts again": {
            ...pod({ ...bare, restartPolicy: "Never" }),
            reason: "the pod ends by itself",
        },
        "a pod that starts again on failure": {
            ...pod({ ...bare, restartPolicy: "OnFailure" }),
            reason: "the pod ends by itself",
        },
    },
});
