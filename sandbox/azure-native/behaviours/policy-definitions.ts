/**
 * Built-in definitions of Azure Policy for Kubernetes: what an assignment can and must give.
 * https://github.com/Azure/azure-policy/tree/master/built-in-policies/policyDefinitions/Kubernetes
 */
export interface PolicyDefinition {
    readonly version: string;
    readonly parameters: Readonly<Record<string, PolicyParameter>>;
}

/** One parameter of a definition. */
export interface PolicyParameter {
    readonly type: "Array" | "Boolean" | "Object" | "String";
    readonly allowedValues?: readonly string[];
    /** Whether there is no default. */
    readonly required?: true;
}

const array: PolicyParameter = { type: "Array" };
const object: PolicyParameter = { type: "Object" };
const boolean: PolicyParameter = { type: "Boolean" };
const string: PolicyParameter = { type: "String" };
const required = (parameter: PolicyParameter): PolicyParameter => ({ ...parameter, required: true });
const oneOf = (...allowedValues: string[]): PolicyParameter => ({ type: "String", allowedValues });

/** Newer major versions take effects in one spelling only; comparisons are case-sensitive. */
const strict = oneOf("Audit", "Deny", "Disabled");
const lenient = oneOf("audit", "Audit", "deny", "Deny", "disabled", "Disabled");

const selection = { excludedNamespaces: array, namespaces: array };
const common = {
    ...selection,
    labelSelector: object,
    source: oneOf("All", "Generated", "Original"),
    warn: boolean,
};
const exclusions = { excludedContainers: array, excludedImages: array };

type Parameters = PolicyDefinition["parameters"];
const definition = (version: string, effect: PolicyParameter, own: Parameters = {}): PolicyDefinition => ({
    version,
    parameters: { effect, ...common, ...own },
});
/** Definitions and initiatives that lack some of the common parameters. */
const older = (version: string, own: Parameters): PolicyDefinition => ({
    version,
    parameters: { effect: lenient, ...selection, ...own },
});

const rule = oneOf("MustRunAs", "MayRunAs", "RunAsAny");

/** By GUID. */
export const policyDefinitions: Readonly<Record<string, PolicyDefinition>> = {
    // The nine that the practices of AKS name.
    "440b515e-a580-421e-abeb-b159a61ddcbc": older("6.2.0-deprecated", {
        labelSelector: object,
        allowedContainerPortsList: required(array),
    }),
    "46592696-4c7b-4bf3-9e45-6c2763bdc0a6": definition("7.2.0", lenient, { labelsList: required(array) }),
    "233a2a17-77ca-4fb1-9b6b-69223d272a44": definition("8.2.0", lenient, { allowedServicePortsList: required(array) }),
    "1a5b4dca-0b6f-4cf5-907c-56316bc1bf3d": definition("9.0.0", strict),
    "febd0533-8e55-448f-b837-bd0e06f16469": definition("9.3.0", lenient, {
        allowedContainerImagesRegex: required(string),
        excludedContainers: array,
    }),
    "95edb821-ddaf-4404-9732-666045e056b4": definition("9.2.0", lenient, exclusions),
    "e345eecc-fa47-480f-9e88-67dcc122b164": definition("9.3.0", lenient, {
        cpuLimit: required(string),
        memoryLimit: required(string),
        ...exclusions,
    }),
    "3fc4dc25-5baf-40d8-9b05-7fe74c1bc64e": definition("8.2.0", lenient),
    "b2fd3e59-6390-4f2b-8247-ea676bd03e2d": older("4.1.0-deprecated", {}),

    // What the old pod security policies controlled.
    "47a1ee2f-2a2a-4576-bf2a-e0e36709c2b8": definition("6.0.0", strict, { excludedImages: array }),
    "82985f06-dc18-4a48-bc1c-b9f4f0098cfe": definition("7.0.0", strict, {
        allowHostNetwork: boolean,
        allowedHostPorts: array,
        excludedImages: array,
    }),
    "16697877-1118-4fb1-9b65-9898ec2509ec": definition("5.2.0", lenient, {
        allowedVolumeTypes: array,
        excludedImages: array,
    }),
    "098fc59e-46c7-4d99-9b16-64990e543d75": definition("6.3.0", lenient, {
        allowedHostPaths: object,
        windowsAllowedHostPaths: object,
        ...exclusions,
    }),
    "f4a8fce0-2dd5-4c21-9a36-8f0ec809d663": definition("5.2.0", lenient, { allowedFlexVolumeDrivers: array }),
    "f06ddb64-5fa3-4b77-b166-acb36f7f6042": definition("6.2.0", lenient, {
        runAsUserRule: oneOf("MustRunAs", "MustRunAsNonRoot", "RunAsAny"),
        runAsUserRanges: object,
        runAsGroupRule: rule,
        runAsGroupRanges: object,
        supplementalGroupsRule: rule,
        supplementalGroupsRanges: object,
        fsGroupRule: rule,
        fsGroupRanges: object,
        ...exclusions,
    }),
    "1c6e92c9-99f0-4e55-9cf2-0c234dc48f99": definition("8.0.0", strict, {
        forcePrivilegeEscalationToBeFalse: boolean,
        ...exclusions,
    }),
    "c26596ff-4d70-4e6a-9a30-c2506bd2f80c": definition("6.2.0", lenient, {
        allowedCapabilities: array,
        requiredDropCapabilities: array,
        ...exclusions,
    }),
    "df49d893-a74c-421d-bc95-c663042e5b80": definition("6.3.0", lenient, exclusions),

    // Others.
    "423dd1ba-798e-40e4-9c4d-b6902674b423": definition("4.2.0", lenient, { excludedImages: array }),
    "9f061a12-e40d-4183-a00e-171812443373": definition("4.2.0", lenient),
    "d46c275d-1680-448d-b2ec-e495a3b6cc89": definition("5.2.0", lenient, { allowedExternalIPs: array }),
    "65280eef-c8b4-425e-9aec-af55e55bf581": definition("2.3.1", strict),

    // Initiatives: the Baseline and the Restricted pod security standard.
    "a8640138-9b0a-4a28-b8cb-1666c838647d": older("1.4.0", { allowedHostPaths: object }),
    "42b8ef37-b724-4e24-bbc8-7a7708edfe00": older("2.5.0", {
        allowedCapabilities: array,
        requiredDropCapabilities: array,
    }),
};
