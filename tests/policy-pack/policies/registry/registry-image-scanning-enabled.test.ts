import { registryImageScanningEnabled } from "../../../../policy-pack/policies/registry/registry-image-scanning-enabled";
import { classicDefenderPlan, classicRegistry, defenderPlan, defenderTemplate, registry } from "../../fixtures";
import { UNKNOWN } from "../../policy-tester";
import { testStackPolicy } from "../../stack-policy-tester";

const subject = registry();
const scanning = "ContainerRegistriesVulnerabilityAssessments";
const message =
    "`subject` is without a plan `Containers` in the stack that scans registries, and nobody then learns of vulnerable images; set it to `Standard`, with `ContainerRegistriesVulnerabilityAssessments`.";

testStackPolicy(registryImageScanningEnabled, {
    compliant: {
        "a plan that scans": { subject, plan: defenderPlan() },
        "a plan that scans, by the classic provider": { subject: classicRegistry(), plan: classicDefenderPlan() },
        "a plan that scans, in a template": { subject, plan: defenderTemplate() },
        "one plan of several": { subject, other: defenderPlan({ extensions: UNKNOWN }), plan: defenderPlan() },
    },
    violating: {
        "no plan": { stack: { subject }, message },
        "no plan (classic)": { stack: { subject: classicRegistry() }, message },
        "a plan that is free": { stack: { subject, plan: defenderPlan({ pricingTier: "Free" }) }, message },
        "another plan": { stack: { subject, plan: defenderPlan({ pricingName: "CloudPosture" }) }, message },
        "a plan without extensions": { stack: { subject, plan: defenderPlan({ extensions: undefined }) }, message },
        "a plan whose extension is off": {
            stack: { subject, plan: defenderPlan({ extensions: [{ name: scanning, isEnabled: "False" }] }) },
            message,
        },
        "a plan with another extension": {
            stack: { subject, plan: defenderPlan({ extensions: [{ name: "ContainerSensor", isEnabled: "True" }] }) },
            message,
        },
    },
    undetermined: {
        "extensions that are not known": {
            stack: { subject, plan: defenderPlan({ extensions: UNKNOWN }) },
            undetermined: ["`plan.extensions` is not known before the update"],
        },
        "a template that is not known": {
            stack: {
                subject,
                plan: { ...defenderTemplate(), props: { properties: { template: UNKNOWN } } },
            },
            undetermined: ["`plan.properties.template` is not known before the update"],
        },
    },
    notApplicable: { "a stack without registries": { stack: { plan: defenderPlan() }, reason: "has no Registry" } },
});
