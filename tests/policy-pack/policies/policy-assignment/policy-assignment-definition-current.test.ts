import { policyAssignmentDefinitionCurrent } from "../../../../policy-pack/policies/policy-assignment/policy-assignment-definition-current";
import { classicPolicyAssignment, policyAssignment } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const id = (guid: string) => `/providers/Microsoft.Authorization/policyDefinitions/${guid}`;
const message = (guid: string, advice: string) =>
    `\`policyDefinitionId\` is \`${id(guid)}\`, which is deprecated and judges no cluster; set it to ${advice}.`;
const none = "a definition that judges AKS, once Azure has one (https://github.com/Azure/AKS/issues/5513)";

/** The first generation, and what replaces each of its definitions. */
const generations: Record<string, string> = {
    "0f636243-1b1c-4d50-880f-310f6199f2cb": "440b515e-a580-421e-abeb-b159a61ddcbc",
    "16c6ca72-89d2-4798-b87e-496f9de7fcb7": "46592696-4c7b-4bf3-9e45-6c2763bdc0a6",
    "25dee3db-6ce0-4c02-ab5d-245887b24077": "233a2a17-77ca-4fb1-9b6b-69223d272a44",
    "2fbff515-eecc-4b7e-9b63-fcc7138b7dc3": "1a5b4dca-0b6f-4cf5-907c-56316bc1bf3d",
    "5f86cb6e-c4da-441b-807c-44bd0cc14e66": "febd0533-8e55-448f-b837-bd0e06f16469",
    "7ce7ac02-a5c6-45d6-8d1b-844feb1c1531": "95edb821-ddaf-4404-9732-666045e056b4",
    "a2d3ed81-8d11-4079-80a5-1faadc0024f4": "e345eecc-fa47-480f-9e88-67dcc122b164",
    "a74d8f00-2fd9-4ce4-968e-0ee1eb821698": "3fc4dc25-5baf-40d8-9b05-7fe74c1bc64e",
};

testPolicy(policyAssignmentDefinitionCurrent, {
    compliant: {
        "a current definition": policyAssignment("1a5b4dca-0b6f-4cf5-907c-56316bc1bf3d"),
        "the deprecated one that still works": policyAssignment("440b515e-a580-421e-abeb-b159a61ddcbc", {
            allowedContainerPortsList: ["443"],
        }),
        "a custom definition of the same name": policyAssignment(
            "",
            {},
            {
                policyDefinitionId: `/subscriptions/one${id("7ce7ac02-a5c6-45d6-8d1b-844feb1c1531")}`,
            },
        ),
        "a current definition (classic)": classicPolicyAssignment("1a5b4dca-0b6f-4cf5-907c-56316bc1bf3d"),
    },
    violating: {
        ...Object.fromEntries(
            Object.entries(generations).map(([old, successor]) => [
                old,
                { ...policyAssignment(old), message: message(old, `\`${id(successor)}\``) },
            ]),
        ),
        "unique hosts, first generation": {
            ...policyAssignment("d011d9f7-ba32-4005-b727-b3d09371ca60"),
            message: message("d011d9f7-ba32-4005-b727-b3d09371ca60", none),
        },
        "unique hosts, second generation, in capitals": {
            ...policyAssignment("B2FD3E59-6390-4F2B-8247-EA676BD03E2D"),
            message: message("B2FD3E59-6390-4F2B-8247-EA676BD03E2D", none),
        },
        "a number": {
            ...policyAssignment("", {}, { policyDefinitionId: 7 }),
            message: "`policyDefinitionId` is a number; set it to a string.",
            also: [
                "policy-assignment-allowed-images-narrow",
                "policy-assignment-baseline-enforced",
                "policy-assignment-effect-deny",
                "policy-assignment-enforced",
                "policy-assignment-parameters-complete",
                "policy-assignment-system-namespaces-excluded",
            ],
        },
        "the first generation (classic)": {
            ...classicPolicyAssignment("7ce7ac02-a5c6-45d6-8d1b-844feb1c1531"),
            message: message(
                "7ce7ac02-a5c6-45d6-8d1b-844feb1c1531",
                `\`${id("95edb821-ddaf-4404-9732-666045e056b4")}\``,
            ),
        },
    },
    undetermined: {
        "an unknown value": {
            ...policyAssignment("", {}, { policyDefinitionId: UNKNOWN }),
            undetermined: ["`policyDefinitionId` is not known before the update"],
        },
    },
    notApplicable: {
        "nothing that is assigned": {
            ...policyAssignment("", {}, { policyDefinitionId: undefined }),
            reason: "assigns no definition",
        },
    },
});
