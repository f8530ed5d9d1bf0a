import { policyAssignmentParametersComplete } from "../../../../policy-pack/policies/policy-assignment/policy-assignment-parameters-complete";
import { classicPolicyAssignment, policyAssignment } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const limits = "e345eecc-fa47-480f-9e88-67dcc122b164";
const ports = "233a2a17-77ca-4fb1-9b6b-69223d272a44";

const unset = (path: string, what: string) => `\`${path}\` is unset, and ARM refuses that; set it to ${what}.`;
const cpu = "the highest CPU limit of a container";
const memory = "the highest memory limit of a container";

testPolicy(policyAssignmentParametersComplete, {
    compliant: {
        "both limits": policyAssignment(limits, { cpuLimit: "2", memoryLimit: "4Gi" }),
        "names in another casing": policyAssignment(limits, { CpuLimit: "2", memorylimit: "4Gi" }),
        "both limits (classic)": classicPolicyAssignment(limits, { cpuLimit: "2", memoryLimit: "4Gi" }),
        "a list": policyAssignment(ports, { allowedServicePortsList: ["443"] }),
    },
    violating: {
        "one of two": {
            ...policyAssignment(limits, { cpuLimit: "2" }),
            message: unset("parameters.memoryLimit.value", memory),
        },
        "no parameters": {
            ...policyAssignment(limits, {}, { parameters: undefined }),
            message: [unset("parameters.cpuLimit.value", cpu), unset("parameters.memoryLimit.value", memory)],
        },
        "an empty text": {
            ...policyAssignment(limits, { cpuLimit: "2", memoryLimit: "" }),
            message: `\`parameters.memoryLimit.value\` is empty, and the policy then refuses everything; set it to ${memory}.`,
        },
        "an empty list": {
            ...policyAssignment(ports, { allowedServicePortsList: [] }),
            message:
                "`parameters.allowedServicePortsList.value` is empty, and the policy then refuses everything; set it to a list of ports.",
        },
        "each of the others": {
            ...policyAssignment("febd0533-8e55-448f-b837-bd0e06f16469"),
            message: unset(
                "parameters.allowedContainerImagesRegex.value",
                "a regular expression of the images that may run",
            ),
        },
        labels: {
            ...policyAssignment("46592696-4c7b-4bf3-9e45-6c2763bdc0a6"),
            message: unset("parameters.labelsList.value", "a list of labels"),
        },
        "container ports": {
            ...policyAssignment("440b515e-a580-421e-abeb-b159a61ddcbc"),
            message: unset("parameters.allowedContainerPortsList.value", "a list of ports"),
        },
        sysctls: {
            ...policyAssignment("56d0a13f-712f-466b-8416-56fb354fb823"),
            message: unset("parameters.forbiddenSysctls.value", "a list of sysctls"),
        },
        "a parameter that is no object": {
            ...policyAssignment(ports, {}, { parameters: { allowedServicePortsList: ["443"] } }),
            message: "`parameters.allowedServicePortsList` is a list; set it to an object.",
        },
        "one of two (classic)": {
            ...classicPolicyAssignment(limits, { memoryLimit: "4Gi" }),
            message: unset("parameters.cpuLimit.value", cpu),
        },
        "text that is no JSON (classic)": {
            ...classicPolicyAssignment(ports, {}, { parameters: "443" + "," }),
            message: "`parameters` is a string; set it to an object as JSON.",
            also: ["policy-assignment-effect-deny", "policy-assignment-system-namespaces-excluded"],
        },
    },
    undetermined: {
        "one limit that is not known, beside one that is missing": {
            ...policyAssignment(limits, { cpuLimit: UNKNOWN }),
            undetermined: ["`parameters.cpuLimit.value` is not known before the update"],
            violations: [unset("parameters.memoryLimit.value", memory)],
        },
    },
    notApplicable: {
        "a definition without such parameters": {
            ...policyAssignment("1a5b4dca-0b6f-4cf5-907c-56316bc1bf3d"),
            reason: "assigns no definition with required parameters",
        },
        "a definition of another kind": {
            ...policyAssignment("040732e8-d947-40b8-95d6-854c95024bf8"),
            reason: "assigns no definition with required parameters",
        },
    },
});
