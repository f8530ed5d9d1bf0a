import type * as pulumi from "@pulumi/pulumi";
import { choiceProblems } from "../arguments/forms";
import { minorVersionProblems } from "../arguments/kubernetes-version";
import type { Problem } from "../arguments/problem";
import type { Rule } from "../arguments/rules";
import { ClusterTier, NodeUpdates, UpgradeChannel, type ClusterArgs } from "./cluster-args";

type Args = pulumi.Unwrap<ClusterArgs>;

/** Which versions the control plane and the nodes get, and by whom: practice 4. */
export const updateRules: Rule<ClusterArgs>[] = [
    updateChoicesAreKnown,
    ({ kubernetesVersion }) => minorVersionProblems("kubernetesVersion", kubernetesVersion),
    channelStaysOnMinor,
];

function* updateChoicesAreKnown({ upgradeChannel, nodeUpdates }: Args): Iterable<Problem> {
    yield* choiceProblems("upgradeChannel", upgradeChannel, UpgradeChannel);
    yield* choiceProblems("nodeUpdates", nodeUpdates, NodeUpdates);
}

/** A channel that moves minor versions would leave the pinned one behind, and the next update would be refused. */
function* channelStaysOnMinor({ kubernetesVersion, upgradeChannel, tier }: Args): Iterable<Problem> {
    if (upgradeChannel === undefined || upgradeChannel === UpgradeChannel.Patch) {
        return;
    }
    const argument = "upgradeChannel";
    if (kubernetesVersion !== undefined) {
        yield {
            argument,
            found: upgradeChannel,
            why: `which upgrades past kubernetesVersion (${kubernetesVersion}), and the program would then ask for a downgrade`,
            remedy: `Leave out kubernetesVersion, or set "${UpgradeChannel.Patch}"`,
        };
    }
    if (tier === ClusterTier.Premium) {
        yield {
            argument,
            found: upgradeChannel,
            why: "and long-term support, which tier Premium is, stays on one minor version",
            remedy: `Leave it out or set "${UpgradeChannel.Patch}", or set tier "${ClusterTier.Standard}"`,
        };
    }
}
