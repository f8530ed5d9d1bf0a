/** A type or function token of azure-native, whatever API version it names. */
export interface AzureToken {
    readonly module: string;
    readonly name: string;
    /** `module:name`, the key under which everything about the type is kept. */
    readonly key: string;
}

/*
 * azure-native:network:Subnet, azure-native:network/v20240501:Subnet, and the package that `pulumi package add` generates:
 * azure-native_network_v20240501:network:Subnet.
 */
const pattern = /^azure-native(?:_[a-z0-9]+_v\d{8}\w*)?:([a-z0-9]+)(?:\/v\d{8}\w*)?:(\w+)$/i;

/** Undefined for a token of another provider. */
export function parseToken(token: string): AzureToken | undefined {
    const [, module, name] = pattern.exec(token) ?? [];
    return module === undefined || name === undefined ? undefined : { module, name, key: `${module}:${name}` };
}
