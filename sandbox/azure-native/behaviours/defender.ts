import { type PropertyMap, type PropertyValue, isMap, knownString, textOf } from "../../providers/property";
import { ArmError } from "../arm-error";
import type { ArmRequest, ResourceBehaviour } from "../behaviour";

const free: PropertyMap = { pricingTier: "Free" };

/** What Defender for Cloud adds to extensions that say nothing of it. */
const additions: Readonly<Record<string, PropertyMap>> = {
    AgentlessVmScanning: { ExclusionTags: "[]" },
    ContainerSensor: { AntiMalwareEnabled: "False", SecurityGatingEnabled: "True" },
};

/**
 * A plan of Defender for Cloud. Every subscription has all of them from the start, for free; none is ever deleted.
 * https://github.com/Azure/terraform-provider-azapi/issues/818
 */
export const pricing: ResourceBehaviour = {
    initial: free,
    refuse: ({ name, inputs }) => {
        if (knownString(inputs.subPlan) !== undefined && inputs.pricingTier === "Free") {
            throw new ArmError(400, "InvalidPricingTier", `The plan ${name} has sub-plans in the Standard tier only.`);
        }
    },
    answer: ({ inputs }) => ({
        ...(Array.isArray(inputs.extensions) ? { extensions: inputs.extensions.map(filledIn) } : {}),
        freeTrialRemainingTime: "PT0S",
        deprecated: false,
        inherited: "False",
        resourcesCoverageStatus: "FullyCovered",
    }),
    refuseDeletion: () => {
        throw new ArmError(
            400,
            "InvalidUrlConfiguration",
            "Delete operation is supported only for single resources scope (not subscriptions). Use PUT to Enabled or Disable specific pricing bundles on a subscription.",
        );
    },
};

function filledIn(extension: PropertyValue): PropertyValue {
    if (!isMap(extension)) return extension;
    const additionalExtensionProperties = extension.additionalExtensionProperties ?? additions[textOf(extension.name)];
    return additionalExtensionProperties === undefined ? extension : { ...extension, additionalExtensionProperties };
}

/** Who is mailed: one for each subscription. */
export const securityContact: ResourceBehaviour = {
    refuse: ({ name }) => {
        if (name !== "default") {
            throw new ArmError(
                400,
                "InvalidResourceName",
                `The name '${name}' is not a valid name. Possible security contact names: default.`,
            );
        }
    },
};

/** Types that a template may set, by their name in ARM: how the sandbox calls them, and what is special about them. */
const deployable: Readonly<Record<string, { key: string; behaviour: ResourceBehaviour }>> = {
    "microsoft.security/pricings": { key: "security:Pricing", behaviour: pricing },
    "microsoft.security/securitycontacts": { key: "security:SecurityContact", behaviour: securityContact },
};

/** A template for a subscription: sets each of its resources, whether it exists or not. Its record can be deleted alone. */
export const subscriptionDeployment: ResourceBehaviour = {
    refuse: (request) => {
        for (const { part, type } of partsOf(request)) type.behaviour.refuse?.(part);
    },
    afterwards: (request) => {
        for (const { part, type, armType } of partsOf(request)) {
            const { id, name, inputs, cloud } = part;
            const outputs = { ...inputs, ...type.behaviour.answer?.(part), name, type: armType };
            cloud.put({ id, token: `azure-native:${type.key}`, inputs, outputs });
        }
    },
    // The template itself is never answered.
    answer: ({ inputs }) => ({
        properties: {
            mode: isMap(inputs.properties) ? (inputs.properties.mode ?? null) : null,
            provisioningState: "Succeeded",
        },
    }),
};

function partsOf(request: ArmRequest) {
    const { inputs, subscriptionId, cloud } = request;
    const template = isMap(inputs.properties) ? inputs.properties.template : undefined;
    const resources = isMap(template) && Array.isArray(template.resources) ? template.resources.filter(isMap) : [];
    return resources.map((resource) => {
        const [armType, name] = [textOf(resource.type), textOf(resource.name)];
        const type = deployable[armType.toLowerCase()];
        if (type === undefined) throw new Error(`the sandbox cannot deploy ${armType} by a template`);
        const id = `/subscriptions/${subscriptionId}/providers/${armType}/${name}`;
        const properties = isMap(resource.properties) ? resource.properties : {};
        return { armType, type, part: { ...request, id, name, inputs: properties, existing: cloud.get(id) } };
    });
}
