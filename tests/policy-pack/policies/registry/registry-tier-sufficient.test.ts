import { registryTierSufficient } from "../../../../policy-pack/policies/registry/registry-tier-sufficient";
import { classicRegistry, registry } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

testPolicy(registryTierSufficient, {
    compliant: {
        "`Premium`": registry(),
        "`Standard`": registry({ "sku.name": "Standard" }),
        "another case": registry({ "sku.name": "premium" }),
        "`Standard` (classic)": classicRegistry({ sku: "Standard" }),
        "a tier that the configuration lets pass": {
            ...registry({ "sku.name": "Basic" }),
            config: { tiers: ["basic"] },
        },
    },
    violating: {
        "`Basic`": {
            ...registry({ "sku.name": "Basic" }),
            message: "`sku.name` is `Basic`, a tier that is not for production; set it to `Standard` or `Premium`.",
        },
        "`Basic` (classic)": {
            ...classicRegistry({ sku: "Basic" }),
            message: "`sku` is `Basic`, a tier that is not for production; set it to `Standard` or `Premium`.",
        },
        unset: {
            ...registry({ sku: undefined }),
            message: "`sku.name` is unset, a tier that is not for production; set it to `Standard` or `Premium`.",
        },
        "an empty text": {
            ...registry({ "sku.name": "" }),
            message: "`sku.name` is unset, a tier that is not for production; set it to `Standard` or `Premium`.",
        },
        "a tier that the configuration does not let pass": {
            ...registry({ "sku.name": "Standard" }),
            config: { tiers: ["Premium"] },
            message: "`sku.name` is `Standard`, a tier that is not for production; set it to `Premium`.",
        },
        "a text for an object": {
            ...registry({ sku: "Premium" }),
            message: "`sku` is a string; set it to an object.",
        },
    },
    undetermined: {
        "an unknown tier": {
            ...registry({ "sku.name": UNKNOWN }),
            undetermined: ["`sku.name` is not known before the update"],
        },
    },
});
