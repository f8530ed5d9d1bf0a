/** What follows the name in a reference to an image. */
export interface ImageReference {
    readonly tag: string | undefined;
    readonly digest: string | undefined;
}

/** The tag and the digest of an image. A colon before the last slash belongs to the port of the registry. */
export function imageReference(image: string): ImageReference {
    const [name = "", digest] = image.split("@", 2);
    const [, tag] = name.slice(name.lastIndexOf("/") + 1).split(":", 2);
    return { tag, digest };
}
