/**
 * A pod without a controller is gone with its node: nothing makes it again, and nothing updates it.
 *
 * Checked property:  Pod `metadata.ownerReferences`
 * Compliant values:  an owner that is a controller
 * When unset:        violation (nobody owns the pod)
 * Ruling:            not applicable to controllers, whose pods have them as owner
 */
import { check, definePolicy, notApplicable, some } from "../../policy";
import { pod } from "../../resources/pod";

export const podControllerUsed = definePolicy({
    name: "pod-controller-used",
    description: "Pods should be made by a controller.",
    remediationSteps: "Make a Deployment, StatefulSet, DaemonSet or Job in place of the Pod.",
    severity: "low",
    practice: 9,
    equivalents: ["azure-policy:65280eef-c8b4-425e-9aec-af55e55bf581"],
    advisory: "a pod that tries something once, such as the test of a chart, needs no controller",
    checks: [
        check(pod, function* ({ kind, object, isPatch }) {
            if (kind !== "Pod") return notApplicable("a controller makes the pods");
            if (isPatch) return notApplicable("a patch makes no pod");
            const owners = object.in("metadata", "ownerReferences").elements();
            if (some(...owners.map((owner) => () => owner.at("controller").boolean() === true))) return;
            yield `\`${object.at("kind").path}\` is \`Pod\`, which nothing makes again when its node is gone; set it to a controller such as \`Deployment\`.`;
        }),
    ],
});
