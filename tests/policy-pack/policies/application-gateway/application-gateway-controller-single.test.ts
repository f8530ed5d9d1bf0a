import { applicationGatewayControllerSingle } from "../../../../policy-pack/policies/application-gateway/application-gateway-controller-single";
import { applicationGateway, classicApplicationGateway, classicCluster, cluster } from "../../fixtures";
import { UNKNOWN } from "../../policy-tester";
import { testStackPolicy, type Member } from "../../stack-policy-tester";

const addOn = "addonProfiles.ingressApplicationGateway";

/** A cluster whose controller configures the gateway `subject`. */
function controlling(changes: Record<string, unknown> = {}, madeFrom = ["subject"]): Member {
    const wired = { [`${addOn}.enabled`]: true, [`${addOn}.config.applicationGatewayId`]: UNKNOWN };
    return { ...cluster({ ...wired, ...changes }), madeFrom: { addonProfiles: madeFrom } };
}

const classic: Member = {
    ...classicCluster({ "ingressApplicationGateway.gatewayId": UNKNOWN }),
    madeFrom: { ingressApplicationGateway: ["subject"] },
};
const subject = applicationGateway();
const shared = (path: string, first = "one") =>
    `\`${path}\` is gateway \`subject\`, which cluster \`${first}\` configures too, and each controller removes the routes of the other; set it to a gateway of its own.`;
const native = `two.${addOn}.config.applicationGatewayId`;

testStackPolicy(applicationGatewayControllerSingle, {
    compliant: {
        "one controller": { subject, one: controlling() },
        "one controller (classic)": { subject: classicApplicationGateway(), one: classic },
        "no controller": { subject, one: cluster() },
        "two controllers of two gateways": {
            subject,
            other: applicationGateway(),
            one: controlling(),
            two: controlling({}, ["other"]),
        },
        "a second add-on that is off": {
            subject,
            one: controlling(),
            two: controlling({ [`${addOn}.enabled`]: false }),
        },
    },
    violating: {
        "two controllers": { stack: { subject, one: controlling(), two: controlling() }, message: shared(native) },
        "two controllers, beside one of which nobody knows the gateway": {
            stack: { subject, one: controlling(), two: controlling(), three: controlling({}, []) },
            message: shared(native),
        },
        "an add-on in other letters": {
            stack: {
                subject,
                one: controlling(),
                two: {
                    ...cluster({
                        "addonProfiles.IngressApplicationGateway": {
                            enabled: true,
                            config: { applicationGatewayId: UNKNOWN },
                        },
                    }),
                    madeFrom: { addonProfiles: ["subject"] },
                },
            },
            message: shared(native.replace("ingressA", "IngressA")),
        },
        "controllers of both providers": {
            stack: { subject, one: classic, two: controlling() },
            message: shared(native),
        },
        "three controllers": {
            stack: { subject, one: controlling(), two: controlling(), three: controlling() },
            message: [shared(native), shared(native.replace("two", "three"))],
        },
        "a controller of older versions (classic)": {
            stack: {
                subject,
                one: controlling(),
                two: {
                    ...classicCluster({ "addonProfile.ingressApplicationGateway.gatewayId": UNKNOWN }),
                    madeFrom: { addonProfile: ["subject"] },
                },
            },
            message: shared("two.addonProfile.ingressApplicationGateway.gatewayId"),
        },
    },
    undetermined: {
        "a controller of which nobody knows the gateway": {
            stack: { subject, one: controlling(), two: controlling({}, []) },
            undetermined: [`\`${native}\` is not known before the update`],
        },
    },
    notApplicable: { "a stack without gateways": { stack: { one: cluster() }, reason: "has no ApplicationGateway" } },
});
