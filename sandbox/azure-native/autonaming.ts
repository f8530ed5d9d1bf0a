import { createHash } from "node:crypto";

import type { CheckCall } from "../providers/provider";
import type { NamingStrategy } from "./arm-path";

/** A name for a resource that the program does not name, and whether it may exist beside its predecessor. */
export interface AutomaticName {
    readonly name: string;
    readonly random: boolean;
}

/** The name that azure-native would give; undefined when the engine's configuration forbids it. */
export function automaticName(call: CheckCall, strategy: NamingStrategy): AutomaticName | undefined {
    const { autonaming } = call;
    if (autonaming?.mode === "disable") return undefined;
    if (autonaming?.mode === "enforce") return { name: autonaming.name, random: true };
    if (autonaming?.mode === "propose" && strategy !== "uuid") return { name: autonaming.name, random: true };
    switch (strategy) {
        case "copy":
            return { name: call.name, random: false };
        case "random":
            return { name: call.name + randomHex(call.randomSeed, 8), random: true };
        case "uuid":
            return { name: uuid(randomHex(call.randomSeed, 32)), random: true };
    }
}

/** The engine sends a seed of its own for each resource, so that checking again gives the same name. */
function randomHex(seed: Uint8Array, length: number): string {
    return createHash("sha256").update(seed).digest("hex").slice(0, length);
}

function uuid(hex: string): string {
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join("-");
}
