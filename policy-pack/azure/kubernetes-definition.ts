/** A built-in definition of Azure Policy for what runs in Kubernetes (mode Microsoft.Kubernetes.Data). */
export interface KubernetesDefinition {
    /** What it holds. */
    readonly title: string;
    /** Whether it refuses what breaks it when the assignment says nothing. */
    readonly deniesByDefault: boolean;
    /** Parameters without a default, each with what it is. */
    readonly required: Readonly<Record<string, string>>;
}

const practice = (title: string, required: Readonly<Record<string, string>> = {}): KubernetesDefinition => ({
    title,
    deniesByDefault: true,
    required,
});
const other = (title: string, required: Readonly<Record<string, string>> = {}): KubernetesDefinition => ({
    title,
    deniesByDefault: false,
    required,
});

/** The definition whose regular expression names the images that may run. */
export const allowedImages = "febd0533-8e55-448f-b837-bd0e06f16469";

/** The definition against privileged containers. */
export const noPrivilegedContainers = "95edb821-ddaf-4404-9732-666045e056b4";

/** The definition of the ports of containers, which Azure took out of use without a successor. */
const containerPorts = "440b515e-a580-421e-abeb-b159a61ddcbc";

/** The initiative of the Baseline pod security standard. */
export const baselineStandard = "a8640138-9b0a-4a28-b8cb-1666c838647d";

/** The initiative of the Restricted pod security standard. */
export const restrictedStandard = "42b8ef37-b724-4e24-bbc8-7a7708edfe00";

/**
 * By GUID.
 * https://github.com/Azure/azure-policy/tree/master/built-in-policies/policyDefinitions/Kubernetes
 */
const definitions: Readonly<Record<string, KubernetesDefinition>> = {
    [containerPorts]: practice("containers on allowed ports", {
        allowedContainerPortsList: "a list of ports",
    }),
    "46592696-4c7b-4bf3-9e45-6c2763bdc0a6": practice("labels on pods", { labelsList: "a list of labels" }),
    "233a2a17-77ca-4fb1-9b6b-69223d272a44": practice("services on allowed ports", {
        allowedServicePortsList: "a list of ports",
    }),
    "1a5b4dca-0b6f-4cf5-907c-56316bc1bf3d": practice("HTTPS ingress"),
    [allowedImages]: practice("allowed images", {
        allowedContainerImagesRegex: "a regular expression of the images that may run",
    }),
    [noPrivilegedContainers]: practice("no privileged containers"),
    "e345eecc-fa47-480f-9e88-67dcc122b164": practice("limits of CPU and memory", {
        cpuLimit: "the highest CPU limit of a container",
        memoryLimit: "the highest memory limit of a container",
    }),
    "3fc4dc25-5baf-40d8-9b05-7fe74c1bc64e": practice("internal load balancers"),

    "47a1ee2f-2a2a-4576-bf2a-e0e36709c2b8": other("host namespaces"),
    "82985f06-dc18-4a48-bc1c-b9f4f0098cfe": other("host network and ports"),
    "16697877-1118-4fb1-9b65-9898ec2509ec": other("volume types"),
    "098fc59e-46c7-4d99-9b16-64990e543d75": other("host paths"),
    "f4a8fce0-2dd5-4c21-9a36-8f0ec809d663": other("FlexVolumes"),
    "f06ddb64-5fa3-4b77-b166-acb36f7f6042": other("users and groups"),
    "e1e6c427-07d9-46ab-9689-bfa85431e636": other("SELinux"),
    "1c6e92c9-99f0-4e55-9cf2-0c234dc48f99": other("privilege escalation"),
    "c26596ff-4d70-4e6a-9a30-c2506bd2f80c": other("capabilities"),
    "d2e7ea85-6b44-4317-a0be-1b951587f626": other("CAP_SYS_ADMIN"),
    "f85eb0dd-92ee-40e9-8a76-db25a507d6d3": other("procMount"),
    "975ce327-682c-4f2e-aa46-b9598289b86c": other("seccomp"),
    "511f5417-5d12-434d-ab2e-816901e72a5e": other("AppArmor"),
    "56d0a13f-712f-466b-8416-56fb354fb823": other("sysctls", { forbiddenSysctls: "a list of sysctls" }),
    "df49d893-a74c-421d-bc95-c663042e5b80": other("read-only root file systems"),
    "423dd1ba-798e-40e4-9c4d-b6902674b423": other("tokens that are not mounted"),
    "9f061a12-e40d-4183-a00e-171812443373": other("no use of the default namespace"),
    "d46c275d-1680-448d-b2ec-e495a3b6cc89": other("external addresses of services"),

    [baselineStandard]: other("the Baseline pod security standard"),
    [restrictedStandard]: other("the Restricted pod security standard"),
};

/** Those that practice 9 names and Azure still has. */
export const definitionsOfPractice: readonly string[] = Object.entries(definitions)
    .filter(([guid, { deniesByDefault }]) => deniesByDefault && guid !== containerPorts)
    .map(([guid]) => guid);

/** What Azure took out of use, and what replaces it; `undefined` where nothing does. */
const deprecated: Readonly<Record<string, string | undefined>> = {
    // The first generation: mode Microsoft.ContainerService.Data, of which the clusters of today know nothing.
    "0f636243-1b1c-4d50-880f-310f6199f2cb": containerPorts,
    "16c6ca72-89d2-4798-b87e-496f9de7fcb7": "46592696-4c7b-4bf3-9e45-6c2763bdc0a6",
    "25dee3db-6ce0-4c02-ab5d-245887b24077": "233a2a17-77ca-4fb1-9b6b-69223d272a44",
    "2fbff515-eecc-4b7e-9b63-fcc7138b7dc3": "1a5b4dca-0b6f-4cf5-907c-56316bc1bf3d",
    "5f86cb6e-c4da-441b-807c-44bd0cc14e66": allowedImages,
    "7ce7ac02-a5c6-45d6-8d1b-844feb1c1531": noPrivilegedContainers,
    "a2d3ed81-8d11-4079-80a5-1faadc0024f4": "e345eecc-fa47-480f-9e88-67dcc122b164",
    "a74d8f00-2fd9-4ce4-968e-0ee1eb821698": "3fc4dc25-5baf-40d8-9b05-7fe74c1bc64e",
    "d011d9f7-ba32-4005-b727-b3d09371ca60": undefined,
    // For AKS Engine and Arc, and for an API version of ingresses that no longer exists.
    "b2fd3e59-6390-4f2b-8247-ea676bd03e2d": undefined,
};

/** The GUID of a built-in definition or initiative, in lower case; `undefined` for the id of anything else. */
export function builtInGuid(policyDefinitionId: string): string | undefined {
    const id = /^\/providers\/microsoft\.authorization\/policy(?:set)?definitions\/([0-9a-f-]{36})$/;
    return id.exec(policyDefinitionId.toLowerCase())?.[1];
}

/** What is known of a definition; `undefined` for a custom one, and for one that is not of this kind. */
export function kubernetesDefinition(policyDefinitionId: string): KubernetesDefinition | undefined {
    return definitions[builtInGuid(policyDefinitionId) ?? ""];
}

/** That a definition judges no cluster any more, and the id of what replaces it, if anything does. */
export function deprecation(policyDefinitionId: string): { readonly successor: string | undefined } | undefined {
    const guid = builtInGuid(policyDefinitionId) ?? "";
    if (!Object.hasOwn(deprecated, guid)) return undefined;
    const successor = deprecated[guid];
    return {
        successor: successor && `/providers/Microsoft.Authorization/policyDefinitions/${successor}`,
    };
}
