import { registryAuditLogsSent } from "../../../../policy-pack/policies/registry/registry-audit-logs-sent";
import { classicRegistry, registry } from "../../fixtures";
import { sentLogsCases } from "../../sent-logs-cases";
import { testStackPolicy } from "../../stack-policy-tester";

testStackPolicy(
    registryAuditLogsSent,
    sentLogsCases({
        native: registry(),
        classic: classicRegistry(),
        armType: "Microsoft.ContainerRegistry/registries",
        nameProperty: "registryName",
        kind: "Registry",
        message:
            "`subject` is without a DiagnosticSetting that sends its logs, and nobody can say later who pushed which image; set it to one with `ContainerRegistryLoginEvents` and `ContainerRegistryRepositoryEvents`.",
    }),
);
