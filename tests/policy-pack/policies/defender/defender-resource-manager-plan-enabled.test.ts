import { defenderResourceManagerPlanEnabled } from "../../../../policy-pack/policies/defender/defender-resource-manager-plan-enabled";
import { planCases } from "../../plan-cases";
import { testPolicy } from "../../policy-tester";

testPolicy(
    defenderResourceManagerPlanEnabled,
    planCases("Arm", "and nobody then notices what an intruder does in Azure itself"),
);
