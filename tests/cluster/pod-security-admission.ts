import type { PropertyMap } from "../../sandbox/providers/property";
import { type PodParts, podWith } from "./corpus/secure-pod";
import { type Standard, standards } from "./pod-security-controls";
import { RealCluster, type Verdict } from "./real-cluster";
import { podObject, workloadObject } from "./workload-kinds";

/** What the API server says of a pod: the breaches of a standard that it tells, or why it does not get that far. */
export type Told = { readonly breaches: readonly string[] } | { readonly invalid: string };

/** Pod Security Admission of a real API server, with a namespace for each standard. */
export class PodSecurityAdmission {
    private constructor(private readonly cluster: RealCluster) {}

    static async start(): Promise<PodSecurityAdmission> {
        const cluster = await RealCluster.start();
        for (const standard of standards) {
            const labels = Object.fromEntries(
                ["enforce", "warn"].map((mode) => [`pod-security.kubernetes.io/${mode}`, standard]),
            );
            await cluster.apply({ apiVersion: "v1", kind: "Namespace", metadata: { name: standard, labels } });
            await cluster.apply(debugged(standard, podWith({}).spec));
        }
        return new PodSecurityAdmission(cluster);
    }

    /** What it refuses a pod for. Ephemeral containers join a pod that is there: none starts with them. */
    async ofPod(pod: PodParts, standard: Standard): Promise<Told> {
        const { ephemeralContainers } = pod.spec;
        if (ephemeralContainers === undefined) return told(await this.cluster.judge(podObject(pod, standard)));
        return told(await this.cluster.judge(debugged(standard, { ephemeralContainers }), "ephemeralcontainers"));
    }

    /** What it warns of where a kind makes the pod: only pods themselves are refused. */
    async ofWorkload(kind: string, pod: PodParts, standard: Standard): Promise<Told> {
        return told(await this.cluster.judge(workloadObject(kind, pod, standard)));
    }

    async stop(): Promise<void> {
        await this.cluster.stop();
    }
}

/** A pod that is there, and gets ephemeral containers. */
function debugged(namespace: string, spec: PropertyMap): PropertyMap {
    return { apiVersion: "v1", kind: "Pod", metadata: { name: "debugged", namespace }, spec };
}

function told({ allowed, message, warnings }: Verdict): Told {
    const said = [message, ...warnings].find((text) => text.includes("PodSecurity"));
    if (said === undefined) return allowed ? { breaches: [] } : { invalid: message };
    const [, list = ""] = /PodSecurity "[^"]+": (.+)$/.exec(said) ?? [];
    // `host namespaces (hostPID=true), privileged (container "a" must not …)`: what is quoted is the pod's own.
    const breaches = [...list.replace(/"[^"]*"/g, "").matchAll(/(?:^|\), )([^()]+) \(/g)].map(
        ([, breach = ""]) => breach,
    );
    if (breaches.length === 0) throw new Error(`no breach is told in: ${said}`);
    return { breaches: breaches.map((breach) => breach.replace(/ profiles$/, " profile")).sort() };
}
