import { type PropertyMap, type PropertyValue, isMap, textOf, valueAt } from "../../providers/property";
import type { ResourceBehaviour } from "../behaviour";
import { badRequest, usersOf } from "./reference";

/** Versions of the rule sets that new policies can have. */
const ruleSets: Readonly<Record<string, readonly string[]>> = {
    OWASP: ["3.0", "3.1", "3.2"],
    Microsoft_DefaultRuleSet: ["2.1", "2.2"],
    Microsoft_BotManagerRuleSet: ["0.1", "1.0", "1.1"],
    Microsoft_HTTPDDoSRuleSet: ["1.0"],
};
const attackRuleSets = ["OWASP", "Microsoft_DefaultRuleSet"];

/** Has one set of rules against attacks, and knows who uses it. */
export const webApplicationFirewallPolicy: ResourceBehaviour = {
    refuse: ({ inputs }) => {
        const sets = ruleSetsOf(inputs);
        for (const { ruleSetType, ruleSetVersion } of sets) {
            if (ruleSets[textOf(ruleSetType)]?.includes(textOf(ruleSetVersion)) === true) continue;
            badRequest(`The rule set ${textOf(ruleSetType)} ${textOf(ruleSetVersion)} is not supported.`);
        }
        const attacks = sets.filter(({ ruleSetType }) => attackRuleSets.includes(textOf(ruleSetType)));
        if (attacks.length !== 1) badRequest(`A policy must have exactly one of ${attackRuleSets.join(", ")}.`);
        refuseRange(inputs, "maxRequestBodySizeInKb", 8, 2000);
        refuseRange(inputs, "requestBodyInspectLimitInKB", 1, 2000);
        refuseRange(inputs, "fileUploadLimitInMb", 1, 4000);
    },
    answer: ({ inputs }) => ({
        policySettings: {
            state: "Enabled",
            mode: "Detection",
            requestBodyCheck: true,
            maxRequestBodySizeInKb: 128,
            fileUploadLimitInMb: 100,
            ...(isMap(inputs.policySettings) ? inputs.policySettings : {}),
        },
        customRules: inputs.customRules ?? [],
        resourceState: "Enabled",
    }),
    current: ({ id }, cloud) => ({
        applicationGateways: usersOf(cloud, id, ["azure-native:network:ApplicationGateway"]).map((user) => ({
            id: user.id,
        })),
    }),
    refuseDeletion: ({ id }, cloud) => {
        const [user] = usersOf(cloud, id, [
            "azure-native:network:ApplicationGateway",
            "azure-native:servicenetworking:SecurityPoliciesInterface",
        ]);
        if (user !== undefined) {
            badRequest(`Web application firewall policy ${id} cannot be deleted because it is in use by ${user.id}.`);
        }
    },
};

/** The rule sets of a policy, as it was written or as it was answered. */
export function ruleSetsOf(policy: PropertyMap): PropertyMap[] {
    const sets: PropertyValue | undefined = valueAt(policy, "managedRules", "managedRuleSets");
    return Array.isArray(sets) ? sets.filter(isMap) : [];
}

function refuseRange(inputs: PropertyMap, name: string, least: number, most: number): void {
    const found = valueAt(inputs, "policySettings", name);
    if (found !== undefined && !(typeof found === "number" && found >= least && found <= most)) {
        badRequest(`The value of ${name} must be between ${String(least)} and ${String(most)}.`);
    }
}
