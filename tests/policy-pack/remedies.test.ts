import assert from "node:assert/strict";

import type { ResourceValidationArgs } from "@pulumi/policy";

import { isResourcePolicy } from "../../policy-pack/policy";
import { policies } from "../../policy-pack/policies";
import { classicCluster, classicRegistry, cluster, registry } from "./fixtures";
import { UNKNOWN, unknownCheckingProxy, type Registered } from "./sdk-server";

/** Each policy that mends: what is wrong, and what becomes of it. */
const cases: Record<string, { wrong: Registered; right: Registered }[]> = {
    "cluster-local-accounts-disabled": [
        { wrong: cluster({ disableLocalAccounts: undefined }), right: cluster() },
        {
            wrong: cluster({ disableLocalAccounts: false, tags: { late: UNKNOWN } }),
            right: cluster({ tags: { late: UNKNOWN } }),
        },
        { wrong: classicCluster({ localAccountDisabled: false }), right: classicCluster() },
    ],
    "cluster-run-command-disabled": [
        { wrong: cluster({ "apiServerAccessProfile.disableRunCommand": false }), right: cluster() },
        { wrong: classicCluster({ runCommandEnabled: undefined }), right: classicCluster() },
        {
            wrong: { type: "azure-native:containerservice:ManagedCluster", props: { location: "westeurope" } },
            right: {
                type: "azure-native:containerservice:ManagedCluster",
                props: { location: "westeurope", apiServerAccessProfile: { disableRunCommand: true } },
            },
        },
    ],
    "cluster-dashboard-add-on-disabled": [
        {
            wrong: cluster({ "addonProfiles.KubeDashboard": { enabled: true } }),
            right: cluster({ "addonProfiles.KubeDashboard": { enabled: false } }),
        },
    ],
    "cluster-http-application-routing-disabled": [
        {
            wrong: cluster({ "addonProfiles.httpApplicationRouting": { enabled: true } }),
            right: cluster({ "addonProfiles.httpApplicationRouting": { enabled: false } }),
        },
        {
            wrong: classicCluster({ httpApplicationRoutingEnabled: true }),
            right: classicCluster({ httpApplicationRoutingEnabled: false }),
        },
    ],
    "registry-admin-user-disabled": [
        { wrong: registry({ adminUserEnabled: true }), right: registry({ adminUserEnabled: false }) },
        { wrong: classicRegistry({ adminEnabled: true }), right: classicRegistry({ adminEnabled: false }) },
    ],
    "registry-anonymous-pull-disabled": [
        { wrong: registry({ anonymousPullEnabled: true }), right: registry({ anonymousPullEnabled: false }) },
    ],
};

/** The properties of a resource after its remedies, or `undefined` where there was nothing to mend. */
async function mended(policyName: string, { type, props }: Registered): Promise<object | undefined> {
    const policy = policies.filter(isResourcePolicy).find(({ name }) => name === policyName);
    const copy = structuredClone(props);
    const args = { type, name: "subject", props: unknownCheckingProxy(copy) } as ResourceValidationArgs;
    return (await policy?.remediateResource?.(args)) === undefined ? undefined : copy;
}

describe("remedies", () => {
    it("have a case for every policy that mends", () => {
        const mending = policies.filter((policy) => isResourcePolicy(policy) && policy.remediateResource !== undefined);
        assert.deepEqual(mending.map(({ name }) => name).sort(), Object.keys(cases).sort());
    });

    for (const [policy, examples] of Object.entries(cases)) {
        it(`of ${policy} set what is wrong right, and nothing else`, async () => {
            for (const { wrong, right } of examples) {
                assert.deepEqual(await mended(policy, wrong), right.props);
                assert.equal(await mended(policy, right), undefined);
            }
        });
    }

    it("leave alone what is not known, malformed or of another type", async () => {
        for (const disableLocalAccounts of [UNKNOWN, "yes"]) {
            assert.equal(await mended("cluster-local-accounts-disabled", cluster({ disableLocalAccounts })), undefined);
        }
        assert.equal(await mended("cluster-local-accounts-disabled", registry()), undefined);
    });
});
