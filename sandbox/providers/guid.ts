import { createHash } from "node:crypto";

/** A GUID that is always the same for the same words: so that repeating a command gives the same cloud. */
export function guidOf(...words: readonly string[]): string {
    const hex = createHash("sha256").update(words.join("\0").toLowerCase()).digest("hex");
    const variant = ((parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
    return [
        hex.slice(0, 8),
        hex.slice(8, 12),
        `4${hex.slice(13, 16)}`,
        variant + hex.slice(17, 20),
        hex.slice(20, 32),
    ].join("-");
}

/** A few hexadecimal digits that are always the same for the same words. */
export function hexOf(length: number, ...words: readonly string[]): string {
    return createHash("sha256").update(words.join("\0").toLowerCase()).digest("hex").slice(0, length);
}
