import { defenderPosturePlanEnabled } from "../../../../policy-pack/policies/defender/defender-posture-plan-enabled";
import { planCases } from "../../plan-cases";
import { testPolicy } from "../../policy-tester";

testPolicy(
    defenderPosturePlanEnabled,
    planCases("CloudPosture", "and nobody then sees the paths by which an attack could reach the cluster"),
);
