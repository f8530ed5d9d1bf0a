/**
 * Run command executes pods as cluster administrator through Azure's API, past authorized ranges and private endpoints.
 *
 * Checked property:  ManagedCluster `apiServerAccessProfile.disableRunCommand`
 * Compliant values:  `true`
 * When unset:        violation (AKS enables run command by default)
 */
import { mustBe } from "../../message";
import { check, definePolicy, remedy } from "../../policy";
import { managedCluster } from "../../resources/managed-cluster";

export const clusterRunCommandDisabled = definePolicy({
    name: "cluster-run-command-disabled",
    description: "AKS clusters must disable run command.",
    remediationSteps: "Disable run command and reach the API server over the network.",
    severity: "medium",
    practice: 1,
    equivalents: ["azure-policy:89f2d532-c53c-4f8f-9afa-4927b1114a0d"],
    checks: [
        check(managedCluster, function* ({ disableRunCommand }) {
            yield* mustBe(disableRunCommand, true, {
                unset: "and commands then run in the cluster past every network rule",
            });
        }),
    ],
    remedies: [remedy(managedCluster, ({ disableRunCommand }) => [disableRunCommand], true)],
});
