import { deploymentSafeguardLevelEnforced } from "../../../../policy-pack/policies/deployment-safeguard/deployment-safeguard-level-enforced";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const safeguards = (level: unknown) => ({
    type: "azure-native:containerservice:DeploymentSafeguard",
    props: { resourceUri: "/cluster", level },
});

testPolicy(deploymentSafeguardLevelEnforced, {
    compliant: {
        "`Enforce`": safeguards("Enforce"),
        "another case": safeguards("enforce"),
    },
    violating: {
        "`Warn`": {
            ...safeguards("Warn"),
            message: "`level` is `Warn`, and safeguards then refuse nothing; set it to `Enforce`.",
        },
        null: {
            ...safeguards(null),
            message: "`level` is unset, and safeguards then refuse nothing; set it to `Enforce`.",
        },
        empty: {
            ...safeguards(""),
            message: "`level` is unset, and safeguards then refuse nothing; set it to `Enforce`.",
        },
        "a number": { ...safeguards(1), message: "`level` is a number; set it to a string." },
    },
    undetermined: {
        "an unknown value": {
            ...safeguards(UNKNOWN),
            undetermined: ["`level` is not known before the update"],
        },
    },
});
