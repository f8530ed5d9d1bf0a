import * as sdk from "@pulumi/policy/deserialize";

import { secrets, type Struct } from "./secrets";

/** The part of the SDK's module that its declarations leave out. */
interface Deserialize {
    deserializeProperties: (struct: Struct, keepSecrets: boolean) => unknown;
}

/**
 * The SDK deserializes the properties of a resource again for every policy that judges it. No policy changes what it judges,
 * so once is enough. What is secret is forgotten by that, so it is kept for those who print. Call it before the pack starts.
 */
export function deserializeOnce(): void {
    const module = sdk as unknown as Deserialize;
    const { deserializeProperties } = module;
    const known = new WeakMap<Struct, unknown>();
    module.deserializeProperties = (struct, keepSecrets) => {
        // Remediations keep secrets, and change what they are given.
        if (keepSecrets) return deserializeProperties(struct, keepSecrets);
        if (!known.has(struct)) {
            secrets.keep(struct);
            known.set(struct, deserializeProperties(struct, keepSecrets));
        }
        return known.get(struct);
    };
}
