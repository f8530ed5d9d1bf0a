/** A built-in definition of Azure, and the major version whose parameters are known here. */
export interface PolicyDefinition {
    id: string;
    /**
     * A new major version may rename parameters, and would break an assignment that gives the old ones; smaller changes
     * arrive by themselves. A deprecated definition has one version only.
     */
    version?: string;
}

/**
 * Built-in definitions of the category Kubernetes, mode Microsoft.Kubernetes.Data.
 * https://learn.microsoft.com/azure/aks/policy-reference
 */
export const policyDefinitions = {
    containerImages: builtIn("febd0533-8e55-448f-b837-bd0e06f16469", 9),
    // Deprecated (6.2.0-deprecated), without a successor.
    containerPorts: builtIn("440b515e-a580-421e-abeb-b159a61ddcbc"),
    externalIps: builtIn("d46c275d-1680-448d-b2ec-e495a3b6cc89", 5),
    flexVolumes: builtIn("f4a8fce0-2dd5-4c21-9a36-8f0ec809d663", 5),
    hostPaths: builtIn("098fc59e-46c7-4d99-9b16-64990e543d75", 6),
    httpsIngress: builtIn("1a5b4dca-0b6f-4cf5-907c-56316bc1bf3d", 9),
    internalLoadBalancers: builtIn("3fc4dc25-5baf-40d8-9b05-7fe74c1bc64e", 8),
    podLabels: builtIn("46592696-4c7b-4bf3-9e45-6c2763bdc0a6", 7),
    privilegedContainers: builtIn("95edb821-ddaf-4404-9732-666045e056b4", 9),
    resourceLimits: builtIn("e345eecc-fa47-480f-9e88-67dcc122b164", 9),
    servicePorts: builtIn("233a2a17-77ca-4fb1-9b6b-69223d272a44", 8),
    podSecurityBaseline: initiative("a8640138-9b0a-4a28-b8cb-1666c838647d", 1),
    podSecurityRestricted: initiative("42b8ef37-b724-4e24-bbc8-7a7708edfe00", 2),
} as const;

/** Definitions that once kept hosts of ingresses unique. None of them judges a cluster of AKS today. */
export const deadIngressHostDefinitions = [
    "b2fd3e59-6390-4f2b-8247-ea676bd03e2d",
    "d011d9f7-ba32-4005-b727-b3d09371ca60",
] as const;

function builtIn(guid: string, major?: number): PolicyDefinition {
    return definition("policyDefinitions", guid, major);
}

function initiative(guid: string, major: number): PolicyDefinition {
    return definition("policySetDefinitions", guid, major);
}

function definition(type: string, guid: string, major: number | undefined): PolicyDefinition {
    return {
        id: `/providers/Microsoft.Authorization/${type}/${guid}`,
        ...(major === undefined ? {} : { version: `${String(major)}.*.*` }),
    };
}
