/**
 * The add-on of Azure Policy holds what is assigned, and nothing else: without assignments, a cluster with it is as open as
 * one without.
 *
 * Checked property:  PolicyAssignment `policyDefinitionId`, `scope`, `enforcementMode`, `overrides`, `notScopes`,
 *                    `resourceSelectors` and parameters `effect`, `namespaces`, `excludedNamespaces`, `labelSelector`, of a
 *                    stack whose ManagedCluster has the add-on
 * Compliant values:  each of the configured definitions is assigned around the cluster, enforced, denies, and leaves nothing out
 * When unset:        violation where the add-on is on; else not applicable
 * Rulings:           of the nine definitions that practice 9 names, Azure took two out of use (container ports, unique hosts):
 *                    they are not demanded; an assignment to a management group counts for every cluster
 */
import {
    baselineStandard,
    builtInGuid,
    definitionsOfPractice,
    kubernetesDefinition,
    noPrivilegedContainers,
    restrictedStandard,
} from "../../azure/kubernetes-definition";
import { coversResource } from "../../relations/granted-roles";
import { alternatives } from "../../message";
import { notApplicable, some } from "../../policy";
import { spelt, type Property } from "../../property";
import { selectsAll } from "../../resources/label-selector";
import { managedCluster, type ManagedCluster } from "../../resources/managed-cluster";
import { policyAssignment, type PolicyAssignment } from "../../resources/policy-assignment";
import { resourceGroup } from "../../resources/resource-group";
import { defineStackPolicy, type Found, type Stack, type StackResource } from "../../stack-policy";

interface Config {
    readonly definitions: readonly string[];
}

export const clusterPolicyAssignmentsComplete = defineStackPolicy<ManagedCluster, Config>({
    name: "cluster-policy-assignments-complete",
    description: "AKS clusters with the Azure Policy add-on should have the policies of practice 9 assigned.",
    remediationSteps: "Assign the definitions to the group of the cluster, or to its subscription, with effect Deny.",
    severity: "medium",
    practice: 9,
    equivalents: [],
    advisory: "policies are usually assigned by the platform team, to a management group that this stack cannot see",
    configSchema: {
        properties: {
            definitions: {
                type: "array",
                items: { type: "string", pattern: "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$" },
                default: definitionsOfPractice,
                description: "The GUIDs of the built-in definitions that must be assigned.",
            },
        },
    },
    subject: managedCluster,
    related: [policyAssignment, resourceGroup],
    *judge({ azurePolicy }, cluster, stack, { definitions }) {
        if (!azurePolicy.effective) {
            return notApplicable("the add-on is off, which cluster-azure-policy-add-on-enabled refuses");
        }
        const assignments = stack.of(policyAssignment);
        const missing = definitions.filter(
            (guid) => !some(...assignments.map((assignment) => () => holds(assignment, guid, cluster, stack))),
        );
        if (missing.length === 0) return undefined;
        const titles = missing.map((guid) => kubernetesDefinition(idOf(guid))?.title ?? guid);
        yield `\`${cluster.properties.path}\` is without assignments in the stack that deny what breaks ${alternatives(titles)}; set it to be in the scope of one of each.`;
        return undefined;
    },
});

/** Whether an assignment makes the cluster refuse what breaks a definition. */
function holds(
    { view, resource }: Found<PolicyAssignment>,
    guid: string,
    cluster: StackResource,
    stack: Stack,
): boolean {
    const assigned = builtInGuid(view.policyDefinitionId.effective);
    const isStandard =
        guid === noPrivilegedContainers && (assigned === baselineStandard || assigned === restrictedStandard);
    if (assigned !== guid && !isStandard) return false;
    if (view.enforcementMode.effective !== "Default") return false;
    // The definitions deny by default, the initiatives audit.
    const effect = view.parameter("effect").string() ?? (isStandard ? "Audit" : "Deny");
    if (effect.toLowerCase() !== "deny") return false;
    if (isLimited({ view, resource }, cluster, stack)) return false;
    const scope = scopeOf(resource.properties);
    if (scope.isKnown && /\/managementGroups\//i.test(scope.string() ?? "")) return true;
    return coversResource({ view: { scope }, resource }, managedCluster, cluster, stack);
}

/** Whether an assignment leaves the cluster out, or some of what runs in it, or has another effect there. */
function isLimited({ view, resource }: Found<PolicyAssignment>, cluster: StackResource, stack: Stack): boolean {
    const { parameter } = view;
    return some(
        () =>
            some(
                ...view.effectOverrides().map(
                    ({ effective }) =>
                        () =>
                            effective.toLowerCase() !== "deny",
                ),
            ),
        () => view.resourceSelectors().length > 0,
        () => parameter("namespaces").elements().length > 0,
        () => !selectsAll(parameter("labelSelector")),
        () =>
            some(
                ...parameter("excludedNamespaces")
                    .elements()
                    .map((one) => () => one.string() === "*"),
            ),
        () =>
            some(
                ...view
                    .notScopes()
                    .map(
                        (scope) => () => coversResource({ view: { scope }, resource }, managedCluster, cluster, stack),
                    ),
            ),
    );
}

/** The classic provider has a kind of assignment for each kind of scope. */
function scopeOf(assignment: Property): Property {
    const [scope, ...others] = ["scope", "resourceGroupId", "subscriptionId", "managementGroupId", "resourceId"].map(
        (name) => assignment.at(name),
    );
    return spelt(scope ?? assignment, ...others);
}

function idOf(guid: string): string {
    return `/providers/Microsoft.Authorization/policyDefinitions/${guid}`;
}
