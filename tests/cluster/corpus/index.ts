import type { Case } from "./case";
import { privileges } from "./containers";
import { host } from "./host";
import { probeHosts } from "./probes";
import { confinement } from "./profiles";
import { sysctls } from "./sysctls";
import { root } from "./users";
import { volumes } from "./volumes";
import { windows } from "./windows";

/** Pods on both sides of each boundary of the Pod Security Standards. */
export const corpus: readonly Case[] = [
    ...host,
    ...probeHosts,
    ...volumes,
    ...privileges,
    ...confinement,
    ...sysctls,
    ...root,
    ...windows,
];
