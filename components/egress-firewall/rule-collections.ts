import type * as pulumi from "@pulumi/pulumi";
import { lift } from "../arguments/lift";

/** What AKS and its add-ons reach, as the names of one feature. */
interface Destinations {
    name: string;
    description: string;
    fqdns: readonly string[];
}

/**
 * What a private cluster needs beyond the tag `AzureKubernetesService`. Names of regions are wildcards, because some
 * services answer from a paired region. None of it needs a network rule: names are resolved by Azure's own DNS, which no
 * route touches, nodes keep their time by the host, and the API server is inside of the network.
 * https://learn.microsoft.com/azure/aks/outbound-rules-control-egress
 */
const addOns: readonly Destinations[] = [
    {
        name: "identity",
        description: "Workload identity, kubelogin and every managed identity get tokens.",
        fqdns: ["login.microsoftonline.com"],
    },
    {
        name: "node-patches",
        description: "Ubuntu nodes on the channel SecurityPatch get packages of one day.",
        fqdns: ["snapshot.ubuntu.com"],
    },
    {
        name: "key-vault",
        description: "The secrets store driver asks for tokens of Key Vault. Vaults are reached by private endpoints.",
        fqdns: ["vault.azure.net"],
    },
    {
        name: "azure-policy",
        description: "The add-on fetches policies and reports compliance.",
        fqdns: ["data.policy.core.windows.net", "store.policy.core.windows.net", "dc.services.visualstudio.com"],
    },
    {
        name: "defender",
        description: "The sensor of Defender for Containers reports what it sees.",
        fqdns: ["*.ods.opinsights.azure.com", "*.oms.opinsights.azure.com", "*.cloud.defender.microsoft.com"],
    },
    {
        name: "monitor",
        description: "Container Insights and managed Prometheus send logs and metrics.",
        fqdns: [
            "*.ods.opinsights.azure.com",
            "*.oms.opinsights.azure.com",
            "*.monitoring.azure.com",
            "*.handler.control.monitor.azure.com",
            "*.ingest.monitor.azure.com",
            "*.metrics.ingest.monitor.azure.com",
            "dc.services.visualstudio.com",
        ],
    },
    {
        name: "extensions",
        description: "Cluster extensions, such as that of backups, fetch their configuration.",
        fqdns: ["*.dp.kubernetesconfiguration.azure.com"],
    },
];

const https = { protocolType: "Https", port: 443 } as const;
const http = { protocolType: "Http", port: 80 } as const;

/** The rules of the firewall: what AKS needs, and what the user allows beyond it. Everything else is refused. */
export function ruleCollections(
    sourceAddresses: pulumi.Input<pulumi.Input<string>[]>,
    allowedFqdns: pulumi.Input<pulumi.Input<string>[]>,
) {
    const rule = { ruleType: "ApplicationRule", sourceAddresses } as const;
    const collection = { ruleCollectionType: "FirewallPolicyFilterRuleCollection", action: { type: "Allow" } } as const;
    const aks = {
        ...collection,
        name: "aks",
        priority: 100,
        rules: [
            {
                ...rule,
                name: "aks",
                description: "What AKS needs of itself, kept up to date by Azure.",
                fqdnTags: ["AzureKubernetesService"],
                protocols: [http, https],
            },
            ...addOns.map(({ name, description, fqdns }) => ({
                ...rule,
                name,
                description,
                targetFqdns: [...fqdns],
                protocols: [https],
            })),
        ],
    };
    return lift(allowedFqdns, (targetFqdns) =>
        targetFqdns.length === 0
            ? [aks]
            : [
                  aks,
                  {
                      ...collection,
                      name: "allowed",
                      priority: 200,
                      rules: [
                          {
                              ...rule,
                              name: "allowed",
                              description: "Named by allowedFqdns.",
                              targetFqdns,
                              protocols: [http, https],
                          },
                      ],
                  },
              ],
    );
}
