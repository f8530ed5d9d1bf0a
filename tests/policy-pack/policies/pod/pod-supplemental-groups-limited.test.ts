import { podSupplementalGroupsLimited } from "../../../../policy-pack/policies/pod/pod-supplemental-groups-limited";
import { deployment, kindsWithPods, object, podSpec, workloadWith } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const groups = "securityContext.supplementalGroups";
const within = (supplementalGroupsRule: string) => ({
    supplementalGroupsRule,
    supplementalGroupsRanges: { ranges: [{ min: 100, max: 199 }] },
});
const spec = "spec.template.spec";

testPolicy(podSupplementalGroupsLimited, {
    compliant: {
        "the ends of a range": { ...deployment({ [groups]: [100, 199] }), config: within("MustRunAs") },
        "unset, where groups may be set": { ...deployment(), config: within("MayRunAs") },
        "none, where groups may be set": { ...deployment({ [groups]: [] }), config: within("MayRunAs") },
        "a patch that says nothing of groups": {
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
                    ...workloadWith(apiVersion, kind, path, podSpec({ [groups]: [150, 99] })),
                    config: within("MustRunAs"),
                    message: `\`${[...path, "spec"].join(".")}.${groups}[1]\` is \`99\`, which is not allowed; set it to a number from 100 to 199.`,
                },
            ]),
        ),
        "one too many": {
            ...deployment({ [groups]: [200] }),
            config: within("MayRunAs"),
            message: `\`${spec}.${groups}[0]\` is \`200\`, which is not allowed; set it to a number from 100 to 199, or leave it unset.`,
        },
        "unset, where groups must be set": {
            ...deployment(),
            config: within("MustRunAs"),
            message: `\`${spec}.${groups}\` is unset, and the image then decides; set it to a number from 100 to 199.`,
        },
        "none, where groups must be set": {
            ...deployment({ [groups]: [] }),
            config: within("MustRunAs"),
            message: `\`${spec}.${groups}\` is unset, and the image then decides; set it to a number from 100 to 199.`,
        },
        "a number in place of a list": {
            ...deployment({ [groups]: 100 }),
            config: within("MayRunAs"),
            message: `\`${spec}.${groups}\` is a number; set it to a list.`,
        },
    },
    undetermined: {
        "an unknown group": {
            ...deployment({ [groups]: [UNKNOWN, 0] }),
            config: within("MustRunAs"),
            violations: [
                `\`${spec}.${groups}[1]\` is \`0\`, which is not allowed; set it to a number from 100 to 199.`,
            ],
            undetermined: [`\`${spec}.${groups}[0]\` is not known before the update`],
        },
    },
    notApplicable: {
        "no configuration": { ...deployment({ [groups]: [0] }), reason: "any group may run" },
        "a pod for nodes with Windows": {
            ...deployment({ nodeSelector: { "kubernetes.io/os": "windows" } }),
            config: within("MustRunAs"),
            reason: "Windows has no numbers of groups",
        },
    },
});
