/**
 * The expression of allowed images is looked for anywhere in the image: without an anchor, a stranger's registry passes
 * that has an allowed name as its path.
 *
 * Checked property:  PolicyAssignment `parameters.allowedContainerImagesRegex`
 * Compliant values:  RE2 expressions that allow no image of a registry that nobody named
 * When unset:        not applicable (policy-assignment-parameters-complete judges that)
 */
import { imageExpression } from "../../values/image-expression";
import { quote } from "../../message";
import { check, definePolicy, notApplicable } from "../../policy";
import { allowedImages, builtInGuid } from "../../azure/kubernetes-definition";
import { policyAssignment } from "../../resources/policy-assignment";

const stranger = "attacker.example";

/** Registries that are often allowed: an expression that allows one of them must not allow a stranger's copy. */
const registries = ["mcr.microsoft.com", "docker.io", "ghcr.io", "quay.io", "registry.k8s.io"];

/** Images that no expression should allow, each with the one that it only looks like. */
const lookalikes = registries.flatMap((registry) => [
    { image: `${registry}/app:1.0`, lookalike: `${stranger}/${registry}/app:1.0` },
    { image: `${registry}/app:1.0`, lookalike: `${registry}.${stranger}/app:1.0` },
]);

export const policyAssignmentAllowedImagesNarrow = definePolicy({
    name: "policy-assignment-allowed-images-narrow",
    description: "Policy assignments must not allow images of registries that they do not name.",
    remediationSteps: "Begin the expression with ^, name each registry, and end its name with a slash.",
    severity: "high",
    practice: 9,
    equivalents: [],
    checks: [
        check(policyAssignment, function* ({ policyDefinitionId, parameter }) {
            if (builtInGuid(policyDefinitionId.effective) !== allowedImages) {
                return notApplicable("assigns no expression of allowed images");
            }
            const property = parameter("allowedContainerImagesRegex");
            const text = property.string();
            if (text === undefined || text === "") return notApplicable("gives no expression");
            const found = flaw(text);
            if (found === undefined) return;
            yield `\`${property.path}\` is ${quote(text)}, ${found}; set it to an expression such as \`^mcr\\.microsoft\\.com/.+$\`.`;
        }),
    ],
});

/** What is wrong with an expression, as a clause. */
function flaw(text: string): string | undefined {
    const expression = imageExpression(text);
    if (expression === undefined) return "which is no expression of RE2";
    const allows = (image: string) => expression.test(image);
    if (allows(`${stranger}/app:1.0`)) return `which allows every registry, ${quote(`${stranger}/app:1.0`)} among them`;
    const found = lookalikes.find(({ image, lookalike }) => allows(image) && allows(lookalike));
    return found && `which also allows ${quote(found.lookalike)}`;
}
