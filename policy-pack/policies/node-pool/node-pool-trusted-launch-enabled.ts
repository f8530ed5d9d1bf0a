/**
 * Without secure boot and a virtual TPM, what changes the kernel of a node stays, and nobody sees it.
 *
 * Checked property:  AgentPool `securityProfile.enableSecureBoot` and `securityProfile.enableVTPM`
 * Compliant values:  `true` for both
 * When unset:        violation (both are off by default)
 * Ruling:            not applicable to FIPS pools, which are another image, and to the classic azure provider, which cannot say
 */
import { mustBe } from "../../message";
import { check, definePolicy, each, notApplicable } from "../../policy";
import { agentPool } from "../../resources/agent-pool";

export const nodePoolTrustedLaunchEnabled = definePolicy({
    name: "node-pool-trusted-launch-enabled",
    description: "Node pools of AKS clusters should use trusted launch.",
    remediationSteps: "Enable secure boot and the virtual TPM of the pool.",
    severity: "medium",
    practice: "beyond",
    equivalents: [],
    advisory: "not every size of machine and operating system offers it",
    checks: [
        check(agentPool, function* ({ trustedLaunch, enableFIPS }) {
            if (trustedLaunch === undefined) {
                return notApplicable("the classic azure provider cannot choose trusted launch");
            }
            if (enableFIPS.known === true) return notApplicable("the pool has a FIPS image");
            yield* each(trustedLaunch, (setting) =>
                mustBe(setting, true, { unset: "and a changed kernel then goes unnoticed" }),
            );
            return undefined;
        }),
    ],
});
