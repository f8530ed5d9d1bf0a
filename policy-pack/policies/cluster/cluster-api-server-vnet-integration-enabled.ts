/**
 * With VNet integration nodes reach the API server inside of the network, in public mode too, and the cluster can
 * become private later without being created again.
 *
 * Checked property:  ManagedCluster `apiServerAccessProfile.enableVnetIntegration`
 * Compliant values:  `true`
 * When unset:        violation (AKS integrates only AKS Automatic clusters by default)
 */
import { mustBe } from "../../message";
import { check, definePolicy } from "../../policy";
import { managedCluster } from "../../resources/managed-cluster";

export const clusterApiServerVnetIntegrationEnabled = definePolicy({
    name: "cluster-api-server-vnet-integration-enabled",
    description: "AKS clusters should use API Server VNet Integration.",
    remediationSteps: "Enable VNet integration and delegate a subnet to the API server.",
    severity: "low",
    practice: 1,
    equivalents: [],
    advisory:
        "not every region offers API Server VNet Integration, and Private Link is an equal way to a private API server",
    checks: [
        check(managedCluster, function* ({ enableVnetIntegration }) {
            yield* mustBe(enableVnetIntegration, true, {
                unset: "and nodes then reach the API server outside of your network or by a private endpoint",
            });
        }),
    ],
});
