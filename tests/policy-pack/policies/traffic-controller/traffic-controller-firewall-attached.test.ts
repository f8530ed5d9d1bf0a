import { trafficControllerFirewallAttached } from "../../../../policy-pack/policies/traffic-controller/traffic-controller-firewall-attached";
import { nativeTokens } from "../../fixtures";
import { UNKNOWN } from "../../policy-tester";
import { testStackPolicy, type Member } from "../../stack-policy-tester";

const subject: Member = {
    type: "azure-native:servicenetworking:TrafficControllerInterface",
    props: { trafficControllerName: "shop", resourceGroupName: "shop" },
};
const classic: Member = {
    type: "azure:appconfiguration/licationLoadBalancer:LicationLoadBalancer",
    props: { name: "shop" },
};

/** A security policy of the gateway. */
function securityPolicy(changes: object = {}, madeFrom: readonly string[] = ["subject"]): Member {
    return {
        type: "azure-native:servicenetworking:SecurityPoliciesInterface",
        props: { trafficControllerName: UNKNOWN, resourceGroupName: "shop", wafPolicy: { id: UNKNOWN }, ...changes },
        madeFrom: { trafficControllerName: madeFrom },
    };
}

const message =
    "`subject` is without a security policy that has a firewall, and requests then reach the workloads unseen; set it to one with a `wafPolicy`.";

testStackPolicy(trafficControllerFirewallAttached, {
    compliant: {
        ...Object.fromEntries(
            nativeTokens(subject.type).map((type) => [
                `a firewall (${type})`,
                { subject: { ...subject, type }, policy: securityPolicy() },
            ]),
        ),
        "a firewall by name": { subject, policy: securityPolicy({ trafficControllerName: "Shop" }, []) },
        "a firewall by the name that Pulumi gave": {
            subject: { ...subject, props: { resourceGroupName: "hub" }, outputs: { name: "shop1a2b3c4d" } },
            policy: securityPolicy({ trafficControllerName: "shop1a2b3c4d", resourceGroupName: "hub" }),
        },
        "a firewall by the name that Pulumi gave, written as a text": {
            subject: { ...subject, props: { resourceGroupName: "hub" }, outputs: { name: "shop1a2b3c4d" } },
            policy: securityPolicy({ trafficControllerName: "shop1a2b3c4d", resourceGroupName: "hub" }, []),
        },
        "a firewall beside a policy of nobody knows which gateway": {
            subject,
            policy: securityPolicy(),
            other: securityPolicy({}, []),
        },
        "a firewall (classic)": {
            subject: classic,
            policy: {
                type: "azure:appconfiguration/licationLoadBalancerSecurityPolicy:LicationLoadBalancerSecurityPolicy",
                props: { applicationLoadBalancerId: UNKNOWN, webApplicationFirewallPolicyId: UNKNOWN },
                madeFrom: { applicationLoadBalancerId: ["subject"] },
            },
        },
    },
    violating: {
        "no security policy": { stack: { subject }, message },
        "no security policy (classic)": { stack: { subject: classic }, message },
        "a security policy without a firewall": {
            stack: { subject, policy: securityPolicy({ wafPolicy: null, ipAccessRulesPolicy: {} }) },
            message,
        },
        "a firewall of another gateway": {
            stack: {
                subject,
                policy: securityPolicy({ trafficControllerName: "other" }, []),
                hub: securityPolicy({ trafficControllerName: "hub", resourceGroupName: "shop" }, []),
                same: securityPolicy({ trafficControllerName: "shop", resourceGroupName: "other" }, []),
            },
            message,
        },
    },
    undetermined: {
        "a firewall of nobody knows which gateway": {
            stack: { subject, policy: securityPolicy({}, []) },
            undetermined: ["`policy.trafficControllerName` is not known before the update"],
        },
    },
    notApplicable: {
        "a stack without such gateways": {
            stack: { policy: securityPolicy({}, []) },
            reason: "has no TrafficController",
        },
    },
});
