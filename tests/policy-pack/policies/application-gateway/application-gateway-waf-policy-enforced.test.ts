import { applicationGatewayWafPolicyEnforced } from "../../../../policy-pack/policies/application-gateway/application-gateway-waf-policy-enforced";
import {
    applicationGateway,
    classicApplicationGateway,
    classicWafPolicy,
    nativeTokens,
    wafPolicy,
} from "../../fixtures";
import { UNKNOWN } from "../../policy-tester";
import { testStackPolicy, type Member } from "../../stack-policy-tester";

const id =
    "/subscriptions/one/resourceGroups/shop/providers/Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies/waf";

/** A gateway with a policy made from the resource `waf`. */
const subject: Member = {
    ...applicationGateway({ "firewallPolicy.id": UNKNOWN }),
    madeFrom: { firewallPolicy: ["waf"] },
};
const classic: Member = {
    ...classicApplicationGateway({ firewallPolicyId: UNKNOWN }),
    madeFrom: { firewallPolicyId: ["waf"] },
};
const named = (changes: Record<string, unknown> = {}) =>
    wafPolicy({ policyName: "waf", resourceGroupName: "shop", ...changes });
const detection = { "policySettings.mode": "Detection" };
const wrongMode =
    "`waf.policySettings.mode` is `Detection`, and the firewall of gateway `subject` only writes attacks down; set it to `Prevention`.";

testStackPolicy(applicationGatewayWafPolicyEnforced, {
    compliant: {
        ...Object.fromEntries(
            nativeTokens("azure-native:network:ApplicationGateway").map((type) => [
                `a policy in prevention mode (${type})`,
                { waf: wafPolicy(), subject: { ...subject, type } },
            ]),
        ),
        "a policy by default (classic)": { waf: classicWafPolicy(), subject: classic },
        "a policy in prevention mode beside one that detects": {
            waf: wafPolicy(),
            other: wafPolicy(detection),
            subject,
        },
    },
    violating: {
        "a policy in detection mode": { stack: { waf: wafPolicy(detection), subject }, message: wrongMode },
        "a policy in detection mode (classic)": {
            stack: { waf: classicWafPolicy(detection), subject: classic },
            message: wrongMode,
        },
        "a policy by its id": {
            stack: { waf: named(detection), subject: applicationGateway({ "firewallPolicy.id": id.toUpperCase() }) },
            message: wrongMode,
        },
        "a policy that is off, without a mode": {
            stack: {
                waf: wafPolicy({ "policySettings.mode": undefined, "policySettings.state": "Disabled" }),
                subject,
            },
            message: [
                "`waf.policySettings.state` is `Disabled`, and the firewall of gateway `subject` lets everything pass; set it to `Enabled`.",
                "`waf.policySettings.mode` is unset, and the firewall of gateway `subject` only writes attacks down; set it to `Prevention`.",
            ],
        },
    },
    undetermined: {
        "a mode that is not known": {
            stack: { waf: wafPolicy({ "policySettings.mode": UNKNOWN, "policySettings.state": "Disabled" }), subject },
            undetermined: ["`waf.policySettings.mode` is not known before the update"],
            violations: [
                "`waf.policySettings.state` is `Disabled`, and the firewall of gateway `subject` lets everything pass; set it to `Enabled`.",
            ],
        },
        "a policy that is not known": {
            stack: { waf: wafPolicy(detection), subject: { ...subject, madeFrom: {} } },
            undetermined: ["`subject.firewallPolicy.id` is not known before the update"],
        },
    },
    notApplicable: {
        "no policy": {
            stack: { waf: wafPolicy(detection), subject: applicationGateway({ firewallPolicy: undefined }) },
            reason: "the gateway has no firewall policy",
        },
        "a policy of another stack": {
            stack: { waf: named(detection), subject: applicationGateway({ "firewallPolicy.id": "/waf-of-others" }) },
            reason: "the firewall policy is none of the stack",
        },
        "a policy of another group": {
            stack: {
                waf: named(detection),
                subject: applicationGateway({ "firewallPolicy.id": id.replace("/shop/", "/other/") }),
            },
            reason: "the firewall policy is none of the stack",
        },
        "a policy by its known id, which is another": {
            stack: {
                waf: { ...named(detection), outputs: { id: id.replace("/one/", "/two/") } },
                subject: applicationGateway({ "firewallPolicy.id": id }),
            },
            reason: "the firewall policy is none of the stack",
        },
        "a stack without gateways": { stack: { waf: wafPolicy(detection) }, reason: "has no ApplicationGateway" },
    },
});
