import { defenderKeyVaultPlanEnabled } from "../../../../policy-pack/policies/defender/defender-key-vault-plan-enabled";
import { planCases } from "../../plan-cases";
import { testPolicy } from "../../policy-tester";

testPolicy(
    defenderKeyVaultPlanEnabled,
    planCases("KeyVaults", "and nobody then notices who reads secrets in unusual ways"),
);
