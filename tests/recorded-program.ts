import * as pulumi from "@pulumi/pulumi";
import { MockMonitor } from "@pulumi/pulumi/runtime/mocks";

/** What a program asked the engine to register, as the engine receives it. */
export interface Registration {
    urn: string;
    type: string;
    name: string;
    /** Inputs with secrets unwrapped. */
    inputs: Record<string, unknown>;
    /** What Azure answered, with the id. */
    outputs: Record<string, unknown>;
    isComponent: boolean;
    parent: string;
    /** URN of its provider, where the program made one. */
    provider: string | undefined;
    dependencies: string[];
    /** URNs of the resources that its properties are made from, by property. */
    propertyDependencies: Record<string, string[]>;
    ignoreChanges: string[];
    protect: boolean | undefined;
    deleteBeforeReplace: boolean;
    retainOnDelete: boolean;
    /** URN of the resource whose deletion makes that of this one needless. */
    deletedWith: string;
}

/** The part of a RegisterResourceRequest that recorders read. */
export interface RegisterRequest {
    getType(): string;
    getName(): string;
    getParent(): string;
    getCustom(): boolean;
    getProtect(): boolean | undefined;
    getDeletebeforereplace(): boolean;
    getRetainondelete(): boolean;
    getDeletedwith(): string;
    getProvider(): string;
    getDependenciesList(): string[];
    getPropertydependenciesMap(): { entries(): IterableIterator<[string, { getUrnsList(): string[] }]> };
    getIgnorechangesList(): string[];
    getObject(): { toJavaScript(): Record<string, unknown> };
}

/** The part of a RegisterResourceResponse that the recorder reads. */
interface RegisterResponse {
    getUrn(): string;
    getId(): string;
    getObject(): { toJavaScript(): Record<string, unknown> };
}

const subscriptionId = "11111111-1111-4111-8111-111111111111";

/** Answers of Azure that components wait for, in ARM's form. */
const invokes: Record<string, unknown> = {
    "azure-native:authorization:getClientConfig": {
        clientId: "22222222-2222-4222-8222-222222222222",
        objectId: "33333333-3333-4333-8333-333333333333",
        subscriptionId,
        tenantId: "44444444-4444-4444-8444-444444444444",
    },
    "azure-native:containerservice:listManagedClusterUserCredentials": {
        kubeconfigs: [
            {
                name: "clusterUser",
                value: Buffer.from(
                    "apiVersion: v1\nkind: Config\nusers: [{name: clusterUser, user: {exec: {}}}]",
                ).toString("base64"),
            },
        ],
    },
    "azure-native:resources:getResourceGroup": { name: "given", location: "westeurope" },
};

/** ARM's own spelling of types whose ids components or policies read. */
const armTypes: Record<string, string> = {
    "azure-native:containerregistry:Registry": "Microsoft.ContainerRegistry/registries",
    "azure-native:containerservice:ManagedCluster": "Microsoft.ContainerService/managedClusters",
    "azure-native_containerservice_v20260401:containerservice:ManagedCluster":
        "Microsoft.ContainerService/managedClusters",
    "azure-native:keyvault:Vault": "Microsoft.KeyVault/vaults",
    "azure-native:managedidentity:UserAssignedIdentity": "Microsoft.ManagedIdentity/userAssignedIdentities",
    "azure-native:network:ApplicationGateway": "Microsoft.Network/applicationGateways",
    "azure-native:network:AzureFirewall": "Microsoft.Network/azureFirewalls",
    "azure-native:network:PublicIPAddress": "Microsoft.Network/publicIPAddresses",
    "azure-native:network:VirtualNetwork": "Microsoft.Network/virtualNetworks",
    "azure-native:network:Subnet": "Microsoft.Network/virtualNetworks/recorded/subnets",
    "azure-native:network:WebApplicationFirewallPolicy":
        "Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies",
    "azure-native:privatedns:PrivateZone": "Microsoft.Network/privateDnsZones",
    "azure-native:servicenetworking:TrafficControllerInterface": "Microsoft.ServiceNetworking/trafficControllers",
};

/** What Azure answers beyond what was requested, where components read it. */
const answers: Record<string, object> = {
    "azure-native_containerservice_v20260401:containerservice:ManagedCluster": {
        privateFQDN: "kit.private.westeurope.azmk8s.io",
        nodeResourceGroup: "MC_kit",
        oidcIssuerProfile: { issuerURL: "https://issuer.example.org/" },
        identityProfile: { kubeletidentity: { objectId: "kubelet-principal" } },
    },
    "azure-native:containerregistry:Registry": { loginServer: "recorded.azurecr.io" },
    "azure-native:keyvault:Vault": { properties: { vaultUri: "https://recorded.vault.azure.net/" } },
    "azure-native:dataprotection:BackupVault": { identity: { principalId: "backup-vault-principal" } },
    "azure-native:keyvault:Key": {
        keyUri: "https://recorded.vault.azure.net/keys/recorded",
        keyUriWithVersion: "https://recorded.vault.azure.net/keys/recorded/0123456789abcdef0123456789abcdef",
    },
    "azure-native:kubernetesconfiguration:Extension": { aksAssignedIdentity: { principalId: "extension-principal" } },
    "azure-native:storage:StorageAccount": {
        primaryEndpoints: { blob: "https://recorded.blob.core.windows.net/" },
    },
    "azure-native:network:AzureFirewall": { ipConfigurations: [{ privateIPAddress: "10.240.64.132" }] },
};

function armId(type: string, name: string, group = "recorded"): string {
    const armType = armTypes[type] ?? type.replaceAll(":", "/");
    return `/subscriptions/${subscriptionId}/resourceGroups/${group}/providers/${armType}/${name}`;
}

/** Objects of Kubernetes that were given no name get one of Pulumi's making as well. */
function namedObject(type: string, logicalName: string, inputs: object): object {
    const { metadata } = inputs as { metadata?: object };
    return type.startsWith("kubernetes:") && metadata ? { metadata: { name: logicalName, ...metadata } } : {};
}

/** Records every registration, and answers as if Azure had created the resource. */
class RecordingMonitor extends MockMonitor {
    readonly registrations: Registration[] = [];

    constructor() {
        super({
            newResource: ({ type, name: logicalName, inputs }) => {
                const given = inputs as { privateZoneName?: string; resourceGroupName?: string };
                // A zone has the name that it was given; the others get one of Pulumi's making.
                const name = given.privateZoneName ?? logicalName;
                return {
                    id: armId(type, name, given.resourceGroupName),
                    state: {
                        ...given,
                        name,
                        principalId: `${name}-principal`,
                        clientId: `${name}-client`,
                        objectId: `${name}-object`,
                        ipAddress: "203.0.113.99",
                        ...answers[type],
                        ...namedObject(type, logicalName, given),
                    },
                };
            },
            call: ({ token }) => invokes[token] ?? {},
        });
    }

    override async registerResource(
        request: RegisterRequest,
        callback: (error: unknown, response: RegisterResponse | undefined) => void,
    ): Promise<void> {
        await super.registerResource(request, (error: unknown, response: RegisterResponse | undefined) => {
            if (response !== undefined && request.getType() !== "pulumi:pulumi:Stack") {
                this.registrations.push({
                    urn: response.getUrn(),
                    type: request.getType(),
                    name: request.getName(),
                    inputs: withoutSecretMarks(request.getObject().toJavaScript()) as Record<string, unknown>,
                    outputs: { ...response.getObject().toJavaScript(), id: response.getId() },
                    isComponent: !request.getCustom(),
                    parent: request.getParent(),
                    // A reference to a provider is its URN and its id.
                    provider: /^(.+)::[^:]*$/.exec(request.getProvider())?.[1],
                    dependencies: request.getDependenciesList(),
                    propertyDependencies: Object.fromEntries(
                        [...request.getPropertydependenciesMap().entries()].map(([name, urns]) => [
                            name,
                            urns.getUrnsList(),
                        ]),
                    ),
                    ignoreChanges: request.getIgnorechangesList(),
                    protect: request.getProtect(),
                    deleteBeforeReplace: request.getDeletebeforereplace(),
                    retainOnDelete: request.getRetainondelete(),
                    deletedWith: request.getDeletedwith(),
                });
            }
            callback(error, response);
        });
    }
}

/** Secrets arrive as objects with a marker and a value. */
export function withoutSecretMarks(value: unknown): unknown {
    if (Array.isArray(value)) {
        return value.map(withoutSecretMarks);
    }
    if (value === null || typeof value !== "object") {
        return value;
    }
    const entries = value as Record<string, unknown>;
    return "4dabf18193072939515e22adb298388d" in entries && "value" in entries
        ? withoutSecretMarks(entries["value"])
        : Object.fromEntries(Object.entries(entries).map(([key, entry]) => [key, withoutSecretMarks(entry)]));
}

/** Exported by the SDK, but missing from its declarations. */
const runtime = pulumi.runtime as unknown as { waitForRPCs(): Promise<void> };

/** Runs a program without an engine, and returns what it registered. Programs run one after the other. */
export async function record(program: () => unknown): Promise<Registration[]> {
    const monitor = new RecordingMonitor();
    await runBefore(monitor, program);
    return monitor.registrations;
}

/** Runs a program to its end before a monitor that takes the place of the engine. */
export async function runBefore(monitor: MockMonitor, program: () => unknown): Promise<void> {
    await pulumi.runtime.setMocks(monitor.mocks, "project", "stack", false, "organization");
    pulumi.runtime.setMockOptions(monitor, "project", "stack", false, "organization");
    await pulumi.runtime.runInPulumiStack(() => {
        program();
        return Promise.resolve({});
    });
    await runtime.waitForRPCs();
}

/** The one registration of a type and a name. */
export function registered(registrations: readonly Registration[], type: string, name?: string): Registration {
    const [found, ...others] = registrations.filter(
        (registration) => registration.type === type && (name === undefined || registration.name === name),
    );
    if (found === undefined || others.length > 0) {
        const names = registrations.map((registration) => `${registration.type} ${registration.name}`).join("\n  ");
        throw new Error(`expected one ${type} ${name ?? ""}, and registered were:\n  ${names}`);
    }
    return found;
}
