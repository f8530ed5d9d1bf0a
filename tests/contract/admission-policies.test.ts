import assert from "node:assert/strict";
import * as aksguard from "../../components";
import { record, registered } from "../recorded-program";
import { itGuardsOrHoldsEachValue, objections, objectionsTo } from "./contract";
import { withLeaf } from "./leaves";

const program =
    (args: aksguard.AdmissionPoliciesArgs = {}) =>
    () => {
        new aksguard.AdmissionPolicies("held", args);
    };

describe("contract of admission policies and policies", () => {
    it("no policy objects to policies that deny", async () => {
        const everything: aksguard.AdmissionPoliciesArgs = {
            excludedNamespaces: ["legacy"],
            kured: { namespaceName: "kured", image: "ghcr.io/kubereboot/kured:1.23.0" },
            containerImages: { allowedImages: "^prod\\.azurecr\\.io/.+$" },
            containerPorts: { allowedPorts: ["8080"] },
            podLabels: { labels: ["team"] },
            resourceLimits: { cpu: "2", memory: "4Gi" },
            servicePorts: { allowedPorts: ["443"] },
        };
        assert.deepEqual(await objectionsTo(program()), []);
        assert.deepEqual(await objectionsTo(program(everything)), []);
    });

    it("a policy objects to those that only warn or audit", async () => {
        for (const action of Object.values(aksguard.AdmissionAction)) {
            const expected = action === "Deny" ? [] : ["admission-policy-binding-denies"];
            assert.deepEqual(await objectionsTo(program({ users: { action } })), expected);
        }
    });

    it("a policy objects to those that let in what they cannot evaluate", async () => {
        const type = "kubernetes:admissionregistration.k8s.io/v1:ValidatingAdmissionPolicy";
        const { inputs } = registered(await record(program()), type, "held-users");
        const open = withLeaf(inputs, "spec.failurePolicy", "Ignore");
        assert.deepEqual(await objections(type, open), ["admission-policy-failure-closed"]);
    });

    itGuardsOrHoldsEachValue({
        program: program(),
        type: "kubernetes:admissionregistration.k8s.io/v1:ValidatingAdmissionPolicyBinding",
        name: "held-users",
        guarded: { "spec.validationActions[0]": ["admission-policy-binding-denies"] },
        held: {
            apiVersion: "admissionregistration.k8s.io/v1",
            kind: "ValidatingAdmissionPolicyBinding",
            "metadata.name": "held-users",
            "spec.policyName": "held-users",
        },
    });
});
