import assert from "node:assert/strict";
import * as azureNative from "@pulumi/azure-native";
import * as pulumi from "@pulumi/pulumi";
import { vaultAddress } from "../../../components/key-vault/vault-address";

function promised(output: pulumi.Output<string>): Promise<string> {
    return new Promise((resolve) => {
        output.apply(resolve);
    });
}

describe("vaultAddress", () => {
    const answered = pulumi.output("https://answered/");
    const mocks = { newResource: () => ({ id: "", state: {} }), call: () => ({}) };
    const addresses: Record<string, string> = {
        public: "https://kit.vault.azure.net/",
        USGovernment: "https://kit.vault.usgovcloudapi.net/",
        china: "https://kit.vault.azure.cn/",
        "a cloud that nobody knows": "https://answered/",
    };
    beforeEach(async () => {
        await pulumi.runtime.setMocks(mocks, "project", "stack");
    });
    afterEach(() => {
        pulumi.runtime.setAllConfig({});
    });

    for (const [environment, address] of Object.entries(addresses)) {
        it(`follows from the name in ${environment}`, async () => {
            pulumi.runtime.setAllConfig({ "azure-native:environment": environment });
            assert.equal(await promised(vaultAddress("kit", answered, undefined)), address);
        });
    }

    it("is that of the public cloud where nothing is said", async () => {
        assert.equal(await promised(vaultAddress("kit", answered, undefined)), "https://kit.vault.azure.net/");
    });

    it("is what Azure answers with a provider of the program's own", async () => {
        const provider = new azureNative.Provider("other-cloud", {});
        assert.equal(await promised(vaultAddress("kit", answered, provider)), "https://answered/");
    });
});
