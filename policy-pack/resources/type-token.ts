/**
 * Matches a resource of azure-native under every token that it had: unversioned, `/vYYYYMMDD` of versions 1 and 2 and
 * of azure-nextgen before them, and the local packages of version 3, also as an early build of them wrote it.
 */
export function azureNative(module: string, resource: string): (type: string) => boolean {
    const version = "v\\d{8}\\w*";
    const token = new RegExp(
        `^azure-(?:native(?:_${module}_${version})?|nextgen):${module}(?:/(?:${version}|latest))?:${resource}$`,
    );
    return (type) => token.test(type);
}

/** Matches a resource of the classic azure provider. */
export function azureClassic(module: string, resource: string): (type: string) => boolean {
    const file = resource.charAt(0).toLowerCase() + resource.slice(1);
    const token = `azure:${module}/${file}:${resource}`;
    return (type) => type === token;
}
