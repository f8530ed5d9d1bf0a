import { clusterOpenServiceMeshDisabled } from "../../../../policy-pack/policies/cluster/cluster-open-service-mesh-disabled";
import { classicCluster, cluster } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const message = (path: string) =>
    `\`${path}\` is \`true\`, and the project behind the add-on is archived; set it to \`false\`.`;

testPolicy(clusterOpenServiceMeshDisabled, {
    compliant: {
        "no add-on": cluster(),
        "the add-on disabled": cluster({ "addonProfiles.openServiceMesh": { enabled: false } }),
        "the add-on without a state": cluster({ "addonProfiles.openServiceMesh": {} }),
        "no add-on (classic)": classicCluster(),
        "the add-on disabled (classic)": classicCluster({ openServiceMeshEnabled: false }),
    },
    violating: {
        "the add-on": {
            ...cluster({ "addonProfiles.openServiceMesh": { enabled: true } }),
            message: message("addonProfiles.openServiceMesh.enabled"),
        },
        "the add-on in another case": {
            ...cluster({ "addonProfiles.openservicemesh": { enabled: true } }),
            message: message("addonProfiles.openservicemesh.enabled"),
        },
        "a string": {
            ...cluster({ "addonProfiles.openServiceMesh": { enabled: "false" } }),
            message:
                "`addonProfiles.openServiceMesh.enabled` is a string; set it to `true` or `false`, without quotes.",
        },
        "the add-on (classic)": {
            ...classicCluster({ openServiceMeshEnabled: true }),
            message: message("openServiceMeshEnabled"),
        },
        "the add-on (classic version 4)": {
            ...classicCluster({ addonProfile: { openServiceMesh: { enabled: true } } }),
            message: message("addonProfile.openServiceMesh.enabled"),
        },
    },
    undetermined: {
        "an unknown value": {
            ...cluster({ "addonProfiles.openServiceMesh": { enabled: UNKNOWN } }),
            undetermined: ["`addonProfiles.openServiceMesh.enabled` is not known before the update"],
        },
    },
});
