import { podControllerUsed } from "../../../../policy-pack/policies/pod/pod-controller-used";
import { change, kindsWithPods, object, pod, podSpec, workloadWith } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const message =
    "`kind` is `Pod`, which nothing makes again when its node is gone; set it to a controller such as `Deployment`.";

/** A pod with these owners. */
function owned(owners: unknown) {
    const { type, props } = pod();
    return { type, props: change(props, { "metadata.ownerReferences": owners }) };
}

testPolicy(podControllerUsed, {
    compliant: {
        "a controller": owned([{ kind: "ReplicaSet", name: "shop", controller: true }]),
        "a controller beside another owner": owned([{ kind: "Shop" }, { kind: "ReplicaSet", controller: true }]),
    },
    violating: {
        unset: { ...owned(undefined), message },
        null: { ...owned(null), message },
        "no owner": { ...owned([]), message },
        "an owner that is no controller": {
            ...owned([{ kind: "Shop", controller: false }, { kind: "Shop" }]),
            message,
        },
        "a pod in a list": {
            ...object("v1", "PodList", { items: [owned([]).props] }),
            message:
                "`items[0].kind` is `Pod`, which nothing makes again when its node is gone; set it to a controller such as `Deployment`.",
        },
        "a text": { ...owned("shop"), message: "`metadata.ownerReferences` is a string; set it to a list." },
    },
    undetermined: {
        "unknown owners": {
            ...owned(UNKNOWN),
            undetermined: ["`metadata.ownerReferences` is not known before the update"],
        },
        "an owner that may be a controller": {
            ...owned([{ controller: UNKNOWN }]),
            undetermined: ["`metadata.ownerReferences[0].controller` is not known before the update"],
        },
    },
    notApplicable: {
        ...Object.fromEntries(
            kindsWithPods
                .slice(1)
                .map(({ apiVersion, kind, path }) => [
                    `${kind} of ${apiVersion}`,
                    { ...workloadWith(apiVersion, kind, path, podSpec()), reason: "a controller makes the pods" },
                ]),
        ),
        "a patch": {
            ...object("v1", "PodPatch", { metadata: { name: "shop", namespace: "shop" } }),
            reason: "a patch makes no pod",
        },
    },
});
