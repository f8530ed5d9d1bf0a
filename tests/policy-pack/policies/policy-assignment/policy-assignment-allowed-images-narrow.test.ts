import { policyAssignmentAllowedImagesNarrow } from "../../../../policy-pack/policies/policy-assignment/policy-assignment-allowed-images-narrow";
import { classicPolicyAssignment, policyAssignment } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const images = "febd0533-8e55-448f-b837-bd0e06f16469";
const regex = (allowedContainerImagesRegex: unknown) => policyAssignment(images, { allowedContainerImagesRegex });
const { raw } = String;

const path = "`parameters.allowedContainerImagesRegex.value`";
const message = (found: string, why: string) =>
    `${path} is \`${found}\`, ${why}; set it to an expression such as \`^mcr\\.microsoft\\.com/.+$\`.`;
const every = "which allows every registry, `attacker.example/app:1.0` among them";

testPolicy(policyAssignmentAllowedImagesNarrow, {
    compliant: {
        "one registry": regex(raw`^mcr\.microsoft\.com/.+$`),
        "several, and an organization": regex(raw`^(mcr\.microsoft\.com|prod\.azurecr\.io|ghcr\.io/kubereboot)/.+$`),
        "alternatives with an anchor each": regex(raw`^mcr\.microsoft\.com/.+|^ghcr\.io/kubereboot/.+`),
        "the harmless default of Microsoft's benchmark": regex("^(.+){0}$"),
        "one registry (classic)": classicPolicyAssignment(images, {
            allowedContainerImagesRegex: raw`^mcr\.microsoft\.com/.+$`,
        }),
    },
    violating: {
        everything: { ...regex(".*"), message: message(".*", every) },
        "everything, with anchors": { ...regex("^.+/.+$"), message: message("^.+/.+$", every) },
        "no anchor": {
            ...regex(raw`mcr\.microsoft\.com/`),
            message: message(
                raw`mcr\.microsoft\.com/`,
                "which also allows `attacker.example/mcr.microsoft.com/app:1.0`",
            ),
        },
        "an anchor that holds for the first alternative only": {
            ...regex(raw`^mcr\.microsoft\.com/|ghcr\.io/`),
            message: message(
                raw`^mcr\.microsoft\.com/|ghcr\.io/`,
                "which also allows `attacker.example/ghcr.io/app:1.0`",
            ),
        },
        "no slash": {
            ...regex(raw`^docker\.io`),
            message: message(raw`^docker\.io`, "which also allows `docker.io.attacker.example/app:1.0`"),
        },
        "another kind of expression": {
            ...regex("^(?!docker)"),
            message: message("^(?!docker)", "which is no expression of RE2"),
        },
        "a list": { ...regex(["^a/"]), message: `${path} is a list; set it to a string.` },
        "everything (classic)": {
            ...classicPolicyAssignment(images, { allowedContainerImagesRegex: ".*" }),
            message: message(".*", every),
        },
    },
    undetermined: {
        "an unknown value": { ...regex(UNKNOWN), undetermined: [`${path} is not known before the update`] },
    },
    notApplicable: {
        "another definition": {
            ...policyAssignment("1a5b4dca-0b6f-4cf5-907c-56316bc1bf3d"),
            reason: "assigns no expression of allowed images",
        },
        "an empty expression": {
            ...regex(""),
            reason: "gives no expression",
            also: ["policy-assignment-parameters-complete"],
        },
        "no expression": {
            ...policyAssignment(images),
            reason: "gives no expression",
            also: ["policy-assignment-parameters-complete"],
        },
    },
});
