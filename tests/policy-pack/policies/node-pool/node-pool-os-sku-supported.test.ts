import { nodePoolOsSkuSupported } from "../../../../policy-pack/policies/node-pool/node-pool-os-sku-supported";
import { agentPool, classicAgentPool, classicCluster, cluster, systemPool } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const old = (path: string, sku: string, current = "AzureLinux") =>
    `\`${path}\` is \`${sku}\`, which gets no more updates; set it to \`${current}\`.`;

testPolicy(nodePoolOsSkuSupported, {
    compliant: {
        unset: agentPool(),
        "Azure Linux": agentPool({ osSKU: "AzureLinux" }),
        Windows: agentPool({ osType: "Windows", osSKU: "Windows2022" }),
        "one that is not retired by configuration": {
            ...agentPool({ osSKU: "Windows2019" }),
            config: { retiredOsSkus: ["CBLMariner"] },
        },
        "a pool inside of a cluster": cluster({ agentPoolProfiles: [systemPool({ osSKU: "Ubuntu" })] }),
        "Azure Linux (classic)": classicAgentPool({ osSku: "AzureLinux" }),
        "unset (classic)": classicCluster(),
    },
    violating: {
        Mariner: { ...agentPool({ osSKU: "CBLMariner" }), message: old("osSKU", "CBLMariner") },
        "Mariner by its other name, in another case": {
            ...agentPool({ osSKU: "mariner" }),
            message: old("osSKU", "mariner"),
        },
        "Windows 2019": {
            ...agentPool({ osSKU: "Windows2019" }),
            message: old("osSKU", "Windows2019", "Windows2022"),
        },
        "the annual Windows": {
            ...agentPool({ osSKU: "WindowsAnnual" }),
            message: old("osSKU", "WindowsAnnual", "Windows2022"),
        },
        "one that is retired by configuration": {
            ...agentPool({ osSKU: "Ubuntu2204" }),
            config: { retiredOsSkus: ["ubuntu2204"] },
            message: old("osSKU", "Ubuntu2204"),
        },
        "a number": { ...agentPool({ osSKU: 2 }), message: "`osSKU` is a number; set it to a string." },
        "the second pool inside of a cluster": {
            ...cluster({ agentPoolProfiles: [systemPool(), systemPool({ osSKU: "CBLMariner" })] }),
            message: old("agentPoolProfiles[1].osSKU", "CBLMariner"),
        },
        "Mariner (classic)": { ...classicAgentPool({ osSku: "CBLMariner" }), message: old("osSku", "CBLMariner") },
        "Mariner inside of a cluster (classic)": {
            ...classicCluster({ "defaultNodePool.osSku": "Mariner" }),
            message: old("defaultNodePool.osSku", "Mariner"),
        },
    },
    undetermined: {
        "an unknown value": {
            ...agentPool({ osSKU: UNKNOWN }),
            undetermined: ["`osSKU` is not known before the update"],
        },
    },
});
