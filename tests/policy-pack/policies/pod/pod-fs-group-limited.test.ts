import { podFsGroupLimited } from "../../../../policy-pack/policies/pod/pod-fs-group-limited";
import { deployment, kindsWithPods, object, podSpec, workloadWith } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const group = "securityContext.fsGroup";
const within = (fsGroupRule: string) => ({ fsGroupRule, fsGroupRanges: { ranges: [{ min: 100, max: 199 }] } });
const spec = "spec.template.spec";

testPolicy(podFsGroupLimited, {
    compliant: {
        "the first number of a range": { ...deployment({ [group]: 100 }), config: within("MustRunAs") },
        "the last number of a range": { ...deployment({ [group]: 199 }), config: within("MayRunAs") },
        "unset, where it may be set": { ...deployment({ [group]: null }), config: within("MayRunAs") },
        "a patch that says nothing of it": {
            ...object("apps/v1", "DeploymentPatch", {
                metadata: { name: "shop", namespace: "shop" },
                spec: { template: { spec: { priority: 1 } } },
            }),
            config: within("MustRunAs"),
        },
    },
    violating: {
        ...Object.fromEntries(
            kindsWithPods.map(({ apiVersion, kind, path }) => [
                `${kind} of ${apiVersion}`,
                {
                    ...workloadWith(apiVersion, kind, path, podSpec({ [group]: 0 })),
                    config: within("MustRunAs"),
                    message: `\`${[...path, "spec"].join(".")}.${group}\` is \`0\`, which is not allowed; set it to a number from 100 to 199.`,
                },
            ]),
        ),
        "one too many": {
            ...deployment({ [group]: 200 }),
            config: within("MayRunAs"),
            message: `\`${spec}.${group}\` is \`200\`, which is not allowed; set it to a number from 100 to 199, or leave it unset.`,
        },
        "unset, where it must be set": {
            ...deployment(),
            config: within("MustRunAs"),
            message: `\`${spec}.${group}\` is unset, and volumes then keep the group that they have; set it to a number from 100 to 199.`,
        },
        "a text": {
            ...deployment({ [group]: "100" }),
            config: within("MayRunAs"),
            message: `\`${spec}.${group}\` is a string; set it to a number, without quotes.`,
        },
    },
    undetermined: {
        "an unknown group": {
            ...deployment({ [group]: UNKNOWN }),
            config: within("MustRunAs"),
            undetermined: [`\`${spec}.${group}\` is not known before the update`],
        },
    },
    notApplicable: {
        "no configuration": { ...deployment({ [group]: 0 }), reason: "any group may own volumes" },
        "a pod for Windows": {
            ...deployment({ os: { name: "windows" } }),
            config: within("MustRunAs"),
            reason: "Windows has no numbers of groups",
        },
    },
});
