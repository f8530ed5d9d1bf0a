import { namesAreKnown } from "../arguments/forms";
import type { Problem } from "../arguments/problem";
import type { Rule } from "../arguments/rules";
import type { WorkloadIdentityArgs } from "./workload-identity-args";

/** What must hold between the arguments of a workload identity. */
export const workloadIdentityRules: Rule<WorkloadIdentityArgs>[] = [
    namesAreKnown<WorkloadIdentityArgs>({
        resourceGroupName: true,
        oidcIssuerUrl: true,
        namespace: true,
        serviceAccountName: true,
        location: true,
        tags: true,
    }),
    function* issuerIsAnUrl({ oidcIssuerUrl }) {
        if (typeof oidcIssuerUrl !== "string" || !/^https:\/\/[^/]+\//.test(oidcIssuerUrl)) {
            yield {
                argument: "oidcIssuerUrl",
                found: oidcIssuerUrl,
                why: "which is no https URL",
                remedy: "Set the issuer of the cluster (`az aks show --query oidcIssuerProfile.issuerUrl`), slash at the end included",
            };
        }
    },
    (args) => labelProblems("namespace", args.namespace, 63),
    (args) => labelProblems("serviceAccountName", args.serviceAccountName, 253),
];

function* labelProblems(argument: string, found: unknown, longest: number): Iterable<Problem> {
    const valid =
        typeof found === "string" && found.length <= longest && /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(found);
    if (!valid) {
        yield {
            argument,
            found,
            why: `where Kubernetes takes at most ${String(longest)} lower-case letters, digits and inner hyphens`,
            remedy: "Set the name as it is in the cluster",
        };
    }
}
