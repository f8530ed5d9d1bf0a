import { registryPrivateEndpointUsed } from "../../../../policy-pack/policies/registry/registry-private-endpoint-used";
import { classicRegistry, registry } from "../../fixtures";
import { privateEndpointCases } from "../../private-endpoint-cases";
import { testStackPolicy } from "../../stack-policy-tester";

testStackPolicy(
    registryPrivateEndpointUsed,
    privateEndpointCases({
        native: registry(),
        classic: classicRegistry(),
        open: registry({ publicNetworkAccess: "Enabled" }),
        noun: "registry",
        kind: "Registry",
    }),
);
