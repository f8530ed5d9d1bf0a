/**
 * An image runs with the rights of its pod: whoever can push to a registry that is pulled from runs code in the cluster.
 *
 * Checked property:  Pod and every controller of pods: `image` of all containers
 * Compliant values:  images that the expression `allowedContainerImagesRegex` (RE2) is found in; containers that
 *                    `excludedContainers` names
 * When unset:        compliant (the API server refuses a container without an image)
 */
import { eachContainer } from "../../pods/each-container";
import { excludedContainers, unlessExcluded, type Exclusions } from "../../pods/excluded-containers";
import { imageExpression } from "../../values/image-expression";
import { quote } from "../../message";
import { check, definePolicy } from "../../policy";
import { pod } from "../../resources/pod";

interface Config extends Exclusions {
    readonly allowedContainerImagesRegex: string;
}

/** Registries in Azure, of all clouds. A regional part or a hash is set off by a hyphen. */
const azureRegistries = String.raw`[a-z0-9]+(?:-[a-z0-9]+)*\.azurecr\.(?:io|us|cn)`;

/** The one image from elsewhere that a practice names. */
const kured = String.raw`ghcr\.io/kubereboot/kured(?:[:@].+)?`;

const defaultExpression = String.raw`^(?:(?:${azureRegistries}|mcr\.microsoft\.com)/.+|${kured})$`;

export const podImagesAllowed = definePolicy<Config>({
    name: "pod-images-allowed",
    description: "Containers must run images of allowed registries only.",
    remediationSteps: "Import the image into a registry of your own in Azure, and run it from there.",
    severity: "high",
    practice: 9,
    equivalents: [
        "azure-policy:febd0533-8e55-448f-b837-bd0e06f16469",
        "trivy:KSV-0032",
        "trivy:KSV-0034",
        "trivy:KSV-0125",
        "cis-aks-1.8:5.1.4",
    ],
    configSchema: {
        properties: {
            allowedContainerImagesRegex: {
                type: "string",
                minLength: 1,
                default: defaultExpression,
                description:
                    "Expression (RE2) that is looked for in each image as it is written in the pod: begin it with ^.",
            },
            excludedContainers,
        },
    },
    checks: [
        check(pod, function* (found, config) {
            const text = config.allowedContainerImagesRegex;
            const expression = text === "" ? undefined : imageExpression(text);
            if (expression === undefined) {
                yield `\`allowedContainerImagesRegex\` is ${quote(text)}, which is no expression of RE2, so that no image can be judged; set it to an expression such as \`^mcr\\.microsoft\\.com/.+$\`.`;
                return;
            }
            yield* eachContainer(found, (container) =>
                unlessExcluded(container, config, function* () {
                    const image = container.at("image");
                    const value = image.string() ?? "";
                    if (value === "" || expression.test(value)) return;
                    yield `\`${image.path}\` is ${quote(value)}, which \`allowedContainerImagesRegex\` does not allow; set it to an image of an allowed registry.`;
                }),
            );
        }),
    ],
});
