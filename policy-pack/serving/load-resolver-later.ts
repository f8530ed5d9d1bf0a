import { createRequire, Module } from "node:module";

/**
 * The SDK loads npm's resolver of packages with everything else, for programs whose functions are serialized. No policy is,
 * and the resolver is a third of what the start loads: it is loaded when somebody uses it. Import this before the SDK.
 */
const ofSdk = createRequire(require.resolve("@pulumi/pulumi"));
const resolver = resolved("@npmcli/arborist");

if (resolver !== undefined && !(resolver in require.cache)) {
    const later = new Module(resolver);
    later.loaded = true;
    later.exports = new Proxy(
        { __esModule: true },
        {
            get: (mark, name) => {
                if (name in mark) return true;
                if (require.cache[resolver] === later) Reflect.deleteProperty(require.cache, resolver);
                return Reflect.get(ofSdk(resolver) as object, name) as unknown;
            },
        },
    );
    require.cache[resolver] = later;
}

/** `undefined` where the SDK needs it no more. */
function resolved(name: string): string | undefined {
    try {
        return ofSdk.resolve(name);
    } catch {
        return undefined;
    }
}
