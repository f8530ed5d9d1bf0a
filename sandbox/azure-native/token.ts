/** A type or function token of azure-native, whatever API version it names. */
export interface AzureToken {
    readonly module: string;
    readonly name: string;
    /** `module:name`, the key under which everything about the type is kept. */
    readonly key: string;
    /** The API version of the package that the token is from, such as `2026-04-01`; undefined for azure-native itself. */
    readonly apiVersion: string | undefined;
}

/*
 * azure-native:network:Subnet, azure-native:network/v20240501:Subnet, and the package that `pulumi package add` generates:
 * azure-native_network_v20240501:network:Subnet.
 */
const pattern = /^azure-native(?:_[a-z0-9]+_(v\d{8}\w*))?:([a-z0-9]+)(?:\/v\d{8}\w*)?:(\w+)$/i;

/** Undefined for a token of another provider. */
export function parseToken(token: string): AzureToken | undefined {
    const [, version, module, name] = pattern.exec(token) ?? [];
    return module === undefined || name === undefined
        ? undefined
        : { module, name, key: `${module}:${name}`, apiVersion: version && apiVersionOf(version) };
}

/** `v20260402preview` is 2026-04-02-preview. */
export function apiVersionOf(version: string): string {
    return version.replace(
        /^v(\d{4})(\d{2})(\d{2})(\w*)$/i,
        (_, year: string, month: string, day: string, rest: string) =>
            [year, month, day, ...(rest === "" ? [] : [rest])].join("-"),
    );
}
