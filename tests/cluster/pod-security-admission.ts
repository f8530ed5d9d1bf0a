import { defaultPodSecurityVersion } from "../../components/secure-namespace/namespace-labels";
import type { PropertyMap } from "../../sandbox/providers/property";
import { type PodParts, podWith } from "./corpus/secure-pod";
import type { Standard } from "./pod-security-controls";
import type { RealCluster, Verdict } from "./real-cluster";
import { madeBy, podObject } from "./workload-kinds";

/** What the API server says of a pod: the breaches of a standard that it tells, or why it does not get that far. */
export type Told = { readonly breaches: readonly string[] } | { readonly invalid: string };

const label = "pod-security.kubernetes.io/";

/** Labels of namespaces: one for each standard as it is now, and one as `SecureNamespace` pins it. */
const namespaces = {
    baseline: { [`${label}enforce`]: "baseline", [`${label}warn`]: "baseline" },
    restricted: { [`${label}enforce`]: "restricted", [`${label}warn`]: "restricted" },
    pinned: { [`${label}enforce`]: "restricted", [`${label}enforce-version`]: defaultPodSecurityVersion },
} satisfies Record<Standard | "pinned", PropertyMap>;

/** Pod Security Admission of a real API server. */
export class PodSecurityAdmission {
    private constructor(private readonly cluster: RealCluster) {}

    /** Makes the namespaces. */
    static async of(cluster: RealCluster): Promise<PodSecurityAdmission> {
        for (const [name, labels] of Object.entries(namespaces)) {
            await cluster.apply({ apiVersion: "v1", kind: "Namespace", metadata: { name, labels } });
            await cluster.apply(debugged(name, podWith({}).spec));
        }
        return new PodSecurityAdmission(cluster);
    }

    /** What it refuses a pod for. Ephemeral containers join a pod that is there: none starts with them. */
    async ofPod(pod: PodParts, namespace: keyof typeof namespaces): Promise<Told> {
        const { ephemeralContainers } = pod.spec;
        if (ephemeralContainers === undefined) return told(await this.cluster.judge(podObject(pod, namespace)));
        return told(await this.cluster.judge(debugged(namespace, { ephemeralContainers }), "ephemeralcontainers"));
    }

    /** What it warns of where a kind makes the pod: only pods themselves are refused. */
    async ofWorkload(kind: string, pod: PodParts, standard: Standard): Promise<Told> {
        return told(await this.cluster.judge(madeBy(kind, pod, standard)));
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
