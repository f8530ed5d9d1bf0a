import type * as pulumi from "@pulumi/pulumi";

/**
 * The SDK fills in defaults by an Output of a whole object, so that one value which is not known before the update, such
 * as the id of a workspace, makes all of it unknown: at preview, no policy could then decide about any of it. These
 * objects state every value that the SDK would fill in, and are put back as they were.
 */
export function knownByValue(properties: object): pulumi.ResourceTransformation {
    return ({ props, opts }) => ({ props: { ...(props as object), ...properties }, opts });
}
