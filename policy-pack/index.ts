import { PolicyPack } from "@pulumi/policy";

import { policies } from "./policies";

new PolicyPack("aksguard", {
    description: "Holds a stack to the ten AKS security practices.",
    displayName: "aksguard",
    provider: "azure",
    tags: ["aks", "azure", "kubernetes", "security"],
    enforcementLevel: "mandatory",
    policies: [...policies],
});
