import { keyVaultPrivateEndpointUsed } from "../../../../policy-pack/policies/key-vault/key-vault-private-endpoint-used";
import { classicVault, vault } from "../../fixtures";
import { privateEndpointCases } from "../../private-endpoint-cases";
import { testStackPolicy } from "../../stack-policy-tester";

testStackPolicy(
    keyVaultPrivateEndpointUsed,
    privateEndpointCases({
        native: vault(),
        classic: classicVault(),
        open: vault({ publicNetworkAccess: "Enabled" }),
        noun: "vault",
        kind: "Vault",
    }),
);
