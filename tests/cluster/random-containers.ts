import * as fc from "fast-check";

import type { Fields } from "./corpus/secure-pod";

/** Mostly the first; the others are what a control asks for. */
export function rarely<Value>(usual: Value, ...others: readonly Value[]): fc.Arbitrary<Value> {
    return fc.oneof({ weight: 8, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) });
}

export const profile = rarely<Fields | null | undefined>(
    { type: "RuntimeDefault" },
    undefined,
    null,
    { type: "Localhost", localhostProfile: "own" },
    { type: "Unconfined" },
);

export const seLinuxOptions = rarely<Fields | null | undefined>(
    undefined,
    null,
    {},
    { type: "container_t", level: "s0" },
    { type: "spc_t" },
    { type: "", user: "system_u" },
    { role: "system_r" },
);

export const runAsNonRoot = rarely<boolean | null | undefined>(true, undefined, null, false);
export const runAsUser = rarely<number | null | undefined>(undefined, null, 0, 1, 65_535);

const drop = rarely<readonly string[] | null | undefined>(["ALL"], undefined, null, [], ["NET_RAW"], ["KILL", "ALL"]);
const add = rarely<readonly string[] | null | undefined>(
    undefined,
    null,
    [],
    ["NET_BIND_SERVICE"],
    ["CHOWN", "NET_BIND_SERVICE"],
    ["NET_RAW"],
    ["SYS_ADMIN"],
);
const capabilities = fc.oneof(
    { weight: 9, arbitrary: fc.record({ drop, add }) },
    { weight: 1, arbitrary: fc.constantFrom<Fields | null>(null, {}) },
);

const handler = fc
    .record({
        action: fc.constantFrom("httpGet", "tcpSocket", "grpc"),
        host: rarely<string | null | undefined>(undefined, null, "", "localhost", "example.org"),
    })
    .map(({ action, host }): Fields => ({ [action]: action === "grpc" ? { port: 80 } : { port: 80, host } }));
const hook = handler.filter((made) => !("grpc" in made));

/** What only containers that go on have. */
export const probed = fc.record(
    {
        livenessProbe: handler,
        readinessProbe: handler,
        lifecycle: fc.record({ postStart: hook, preStop: hook }, { requiredKeys: [] }),
    },
    { requiredKeys: [] },
);

export const port = fc.constantFrom<"none" | "unset" | "zero" | "same">(
    "none",
    "none",
    "none",
    "unset",
    "zero",
    "same",
);

/** The security context of a container of Linux; what contradicts itself is left out. */
export function securityContext(hasOwnUsers: boolean): fc.Arbitrary<Fields | null | undefined> {
    const given = fc
        .record({
            privileged: rarely<boolean | null | undefined>(undefined, null, false, true),
            allowPrivilegeEscalation: rarely<boolean | null | undefined>(false, undefined, null, true),
            capabilities,
            procMount: rarely<string | null | undefined>(
                undefined,
                null,
                "Default",
                hasOwnUsers ? "Unmasked" : "Default",
            ),
            runAsNonRoot: rarely<boolean | null | undefined>(undefined, null, false, true),
            runAsUser,
            seccompProfile: profile,
            appArmorProfile: profile,
            seLinuxOptions,
        })
        .map((fields) =>
            fields.privileged === true && fields.allowPrivilegeEscalation === false
                ? { ...fields, allowPrivilegeEscalation: undefined }
                : fields,
        );
    return fc.oneof({ weight: 19, arbitrary: given }, { weight: 1, arbitrary: fc.constantFrom(null, undefined) });
}
