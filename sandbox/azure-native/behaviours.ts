import type { ResourceBehaviour } from "./behaviour";

/** What is special about single resource types, by `module:Class`; the others only echo what they were given. */
export const behaviours: Readonly<Record<string, ResourceBehaviour>> = {};
