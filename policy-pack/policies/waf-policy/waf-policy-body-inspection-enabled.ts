/**
 * A firewall that looks at no bodies lets every attack pass that is sent by a form, by JSON or in a file.
 *
 * Checked property:  WebApplicationFirewallPolicy `policySettings.requestBodyCheck`
 * Compliant values:  `true`
 * When unset:        compliant (bodies are inspected by default)
 */
import { mustBe } from "../../message";
import { check, definePolicy } from "../../policy";
import { webApplicationFirewallPolicy } from "../../resources/web-application-firewall-policy";

export const wafPolicyBodyInspectionEnabled = definePolicy({
    name: "waf-policy-body-inspection-enabled",
    description: "Web application firewalls must look at the bodies of requests.",
    remediationSteps: "Let the firewall policy check the bodies of requests.",
    severity: "high",
    practice: 10,
    equivalents: ["azure-policy:ca85ef9a-741d-461d-8b7a-18c2da82c666"],
    checks: [
        check(webApplicationFirewallPolicy, function* ({ requestBodyCheck }) {
            yield* mustBe(requestBodyCheck, true, {
                wrong: "and attacks in bodies then reach the workloads",
            });
        }),
    ],
});
