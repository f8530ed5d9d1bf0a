import { PolicyPack } from "@pulumi/policy";

import { policies } from "./policies";
import { withRecordedInputs } from "./recorded-inputs";
import { keepStackRequest } from "./stack-request";

keepStackRequest();

new PolicyPack("aksguard", {
    description: "Holds a stack to the ten AKS security practices.",
    displayName: "aksguard",
    provider: "azure",
    tags: ["aks", "azure", "kubernetes", "security"],
    enforcementLevel: "mandatory",
    policies: withRecordedInputs(policies),
});
