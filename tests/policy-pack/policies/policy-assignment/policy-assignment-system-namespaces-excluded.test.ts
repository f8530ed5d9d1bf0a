import { policyAssignmentSystemNamespacesExcluded } from "../../../../policy-pack/policies/policy-assignment/policy-assignment-system-namespaces-excluded";
import { classicPolicyAssignment, policyAssignment } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const https = "1a5b4dca-0b6f-4cf5-907c-56316bc1bf3d";
const system = ["kube-system", "gatekeeper-system", "azure-arc", "azure-extensions-usage-system"];
const ownOnly =
    "`parameters.excludedNamespaces.value` is without `kube-system`, `gatekeeper-system`, `azure-arc`, `azure-extensions-usage-system`, where Azure runs its own; set it to a list that has them too.";

testPolicy(policyAssignmentSystemNamespacesExcluded, {
    compliant: {
        unset: policyAssignment(https),
        null: policyAssignment(https, { excludedNamespaces: null }),
        "all of them and one more": policyAssignment(https, { excludedNamespaces: ["kured", ...system] }),
        "all of them and one that is not known": policyAssignment(https, {
            excludedNamespaces: [...system, UNKNOWN],
        }),
        "all of them (classic)": classicPolicyAssignment(https, { excludedNamespaces: system }),
    },
    violating: {
        "one's own only": { ...policyAssignment(https, { excludedNamespaces: ["kured"] }), message: ownOnly },
        "an empty list": { ...policyAssignment(https, { excludedNamespaces: [] }), message: ownOnly },
        "all but one, of an initiative": {
            ...policyAssignment(
                "",
                { effect: "Deny", excludedNamespaces: system.slice(0, 3) },
                {
                    policyDefinitionId:
                        "/providers/Microsoft.Authorization/policySetDefinitions/a8640138-9b0a-4a28-b8cb-1666c838647d",
                },
            ),
            message:
                "`parameters.excludedNamespaces.value` is without `azure-extensions-usage-system`, where Azure runs its own; set it to a list that has them too.",
        },
        "a string": {
            ...policyAssignment(https, { excludedNamespaces: "kured" }),
            message: "`parameters.excludedNamespaces.value` is a string; set it to a list.",
        },
        "one's own only (classic)": {
            ...classicPolicyAssignment(https, { excludedNamespaces: ["kured"] }),
            message: ownOnly,
        },
    },
    undetermined: {
        "one that may be what is missing": {
            ...policyAssignment(https, { excludedNamespaces: [...system.slice(0, 3), UNKNOWN] }),
            undetermined: ["`parameters.excludedNamespaces.value[3]` is not known before the update"],
        },
        "an unknown list": {
            ...policyAssignment(https, { excludedNamespaces: UNKNOWN }),
            undetermined: ["`parameters.excludedNamespaces.value` is not known before the update"],
        },
    },
    notApplicable: {
        "a definition of another kind": {
            ...policyAssignment("040732e8-d947-40b8-95d6-854c95024bf8"),
            reason: "assigns no built-in definition for Kubernetes",
        },
    },
});
