import { type Case, each, mapped, none, pods, valued } from "./case";
import { type Fields, type PodParts, containerWith, podWith, securityOfContainers, securityOfPod } from "./secure-pod";
import { withVolumes } from "./volumes";

const groups = { 0: 0, 1: 1, 999: 999, 1000: 1000, 1999: 1999, 2000: 2000, 4999: 4999, 5000: 5000, ...none };
const everywhere = { "the pod": securityOfPod, ...securityOfContainers };
const paths = ["/", "/var", "/var/log", "/var/log/", "/var/log/pods", "/var/logs", "/data", "/data/own", "/database"];

/** What the deck's table has beside the Pod Security Standards: ranges of groups, paths of nodes, drivers. */
export const deckCorpus: readonly Case[] = [
    ...each("fsGroup", { "the pod": securityOfPod }, valued("fsGroup", groups)),
    ...each("runAsGroup", everywhere, valued("runAsGroup", groups)),
    ...each(
        "supplementalGroups",
        { "the pod": securityOfPod },
        {
            ...valued("group", groups, (group) => ({ supplementalGroups: [1000, group ?? 5000] })),
            ...valued("supplementalGroups", { empty: [], ...none }),
        },
    ),
    ...Object.entries({ read: { readOnly: true }, written: { readOnly: false }, "not said": {} }).flatMap(
        ([name, mount]) =>
            pods(
                "allowedHostPaths",
                mapped(byName(paths), (path) => mounting(path, mount), name),
            ),
    ),
    ...pods(
        "allowedHostPaths",
        mapped(byName(paths), (path) => withVolumes({ hostPath: { path } }), "not mounted"),
    ),
    ...pods("allowedFlexVolumes", {
        allowed: withVolumes({ flexVolume: { driver: "example/lvm" } }),
        "not allowed": withVolumes({ flexVolume: { driver: "example/LVM" } }),
        "one of two": withVolumes(
            { flexVolume: { driver: "example/lvm" } },
            { flexVolume: { driver: "example/other" } },
        ),
        "null beside another type": withVolumes({ emptyDir: {}, flexVolume: null }),
    }),
];

function mounting(path: string, mount: Fields): PodParts {
    const { spec } = withVolumes({ hostPath: { path } });
    return podWith({
        ...spec,
        initContainers: [containerWith({ volumeMounts: [{ name: "volume0", mountPath: "/mnt", ...mount }] })],
    });
}

function byName(names: readonly string[]): Record<string, string> {
    return Object.fromEntries(names.map((name) => [name, name]));
}
