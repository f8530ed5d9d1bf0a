import assert from "node:assert/strict";

import { policies } from "../../../policy-pack/policies";
import { deployment } from "../fixtures";
import { evaluate, UNKNOWN } from "../policy-tester";

/** A pod that nearly every policy objects to, be it of Linux or of Windows. */
const bad = {
    hostNetwork: true,
    hostPID: true,
    hostIPC: true,
    automountServiceAccountToken: true,
    volumes: [{ name: "root", hostPath: { path: "/" } }],
    securityContext: {
        runAsUser: 0,
        runAsGroup: 0,
        runAsNonRoot: false,
        fsGroup: 0,
        supplementalGroups: [0],
        seccompProfile: { type: "Unconfined" },
        appArmorProfile: { type: "Unconfined" },
        seLinuxOptions: { type: "spc_t", user: "root" },
        sysctls: [{ name: "kernel.msgmax", value: "1" }],
        windowsOptions: { hostProcess: true, runAsUserName: "ContainerAdministrator" },
    },
    "containers.0.securityContext": {
        privileged: true,
        allowPrivilegeEscalation: true,
        procMount: "Unmasked",
        readOnlyRootFilesystem: false,
        capabilities: { add: ["SYS_ADMIN"], drop: [] },
    },
};
/** The same, without a security context. */
const bare = { securityContext: null, "containers.0.securityContext": null };
/** A pod that meets every policy, be it of Linux or of Windows. */
const good = {
    "securityContext.runAsUser": 1500,
    "securityContext.runAsGroup": 1500,
    "securityContext.fsGroup": 1500,
    "securityContext.supplementalGroups": [1500],
};

/** Limits of users and groups: without them, some policies judge nothing. */
const limits = { ranges: [{ min: 1000, max: 2000 }] };
const config = {
    runAsUserRule: "MustRunAs",
    runAsUserRanges: limits,
    runAsGroupRule: "MustRunAs",
    runAsGroupRanges: limits,
    fsGroupRule: "MustRunAs",
    fsGroupRanges: limits,
    supplementalGroupsRule: "MustRunAs",
    supplementalGroupsRanges: limits,
};

/** Properties by which a pod is excused from something, each with the values that say yes, no and nothing. */
const excuses: Record<string, readonly unknown[]> = {
    "os.name": ["windows", "linux", null],
    os: [{ name: "windows" }, { name: "linux" }, null],
    hostUsers: [false, true, null],
};

/** What each policy of pods says of a deployment. */
async function verdicts(changes: Record<string, unknown>) {
    const { type, props } = deployment(changes);
    const of = policies.filter(({ kinds }) => kinds.includes("Pod"));
    return evaluate({ type, props }, { of, config });
}
describe("an excuse that is not known", () => {
    for (const [path, values] of Object.entries(excuses)) {
        for (const [title, base] of Object.entries({ bad, bare, good })) {
            it(`leaves open what ${path} decides of a ${title} pod, and nothing else`, async () => {
                const known = await Promise.all(values.map((value) => verdicts({ ...base, [path]: value })));
                const decided: string[] = [];
                for (const [name, { violations, undetermined }] of await verdicts({ ...base, [path]: UNKNOWN })) {
                    const said = known.map((each) => each.get(name)?.violations ?? []);
                    const [first = [], ...others] = said;
                    const always = first.filter((message) => others.every((other) => other.includes(message)));
                    const isDecisive = said.some(({ length }) => length > always.length);
                    if (isDecisive) decided.push(name);
                    const doubt = `\`spec.template.spec.${path}\` is not known before the update`;
                    assert.deepEqual(
                        { violations, undetermined },
                        { violations: always, undetermined: isDecisive ? [doubt] : [] },
                        name,
                    );
                }
                assert.equal(decided.length > 0, title !== "good", decided.join());
            });
        }
    }
});
