import assert from "node:assert/strict";
import * as aksguard from "../../../components";
import { record, registered } from "../../recorded-program";

const args = {
    resourceGroupName: "group",
    oidcIssuerUrl: "https://westeurope.oic.prod-aks.azure.com/tenant/id/",
    namespace: "shop",
    serviceAccountName: "cart",
};

describe("WorkloadIdentity", () => {
    it("trusts the tokens of one service account", async () => {
        const registrations = await record(() => new aksguard.WorkloadIdentity("cart", args));
        const { inputs } = registered(registrations, "azure-native:managedidentity:FederatedIdentityCredential");
        assert.deepEqual(inputs, {
            resourceGroupName: "group",
            resourceName: "cart",
            issuer: args.oidcIssuerUrl,
            subject: "system:serviceaccount:shop:cart",
            audiences: ["api://AzureADTokenExchange"],
        });
    });

    const rejected: Record<string, [Partial<typeof args>, string]> = {
        "an issuer that is no URL": [
            { oidcIssuerUrl: "westeurope.oic.prod-aks.azure.com" },
            'oidcIssuerUrl is "westeurope.oic.prod-aks.azure.com", which is no https URL. Set the issuer of the cluster (`az aks show --query oidcIssuerProfile.issuerUrl`), slash at the end included.',
        ],
        "a wildcard for the service account": [
            { serviceAccountName: "*" },
            'serviceAccountName is "*", where Kubernetes takes at most 253 lower-case letters, digits and inner hyphens. Set the name as it is in the cluster.',
        ],
        "an empty namespace": [
            { namespace: "" },
            'namespace is "", where Kubernetes takes at most 63 lower-case letters, digits and inner hyphens. Set the name as it is in the cluster.',
        ],
    };
    for (const [title, [change, problem]] of Object.entries(rejected)) {
        it(`rejects ${title}`, () => {
            assert.throws(() => new aksguard.WorkloadIdentity("cart", { ...args, ...change }), {
                message: `WorkloadIdentity "cart" was given an argument that cannot work:\n  - ${problem}`,
            });
        });
    }
});
