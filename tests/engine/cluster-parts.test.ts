import { Engine, policyPack } from "./engine";

/** Parts of a cluster that no stack of this project has, each in the same update as the cluster itself. */
const programs: Record<string, string> = {
    "restarts its nodes by kured": `new aksguard.Cluster("kit", {
        authorizedIpRanges: ["203.0.113.0/24"],
        nodeUpdates: "Kured",
        kured: { timeZone: "Europe/Berlin" },
        policies: { containerImages: { allowedRegex: "^(mcr\\\\.microsoft\\\\.com|ghcr\\\\.io/kubereboot)/.+$" } },
    });`,
    "is exposed by Application Gateway for Containers": `new aksguard.Cluster("kit", {
        ingress: { gateway: "GatewayForContainers" },
        nodeResourceGroupRestriction: "Unrestricted",
    });`,
};

describe("a cluster on the engine", function () {
    this.timeout(180_000);
    let engine: Engine;

    beforeEach(() => {
        engine = Engine.create();
    });
    afterEach(() => {
        engine.close();
    });

    for (const [what, body] of Object.entries(programs)) {
        it(what, async () => {
            const { folder } = engine.program("parts", body);
            const pulumi = (command: string, ...options: string[]) =>
                engine.pulumi(folder, [command, "--stack", "test", ...options]);
            await pulumi("up", "--yes", "--skip-preview", "--policy-pack", policyPack);
            await pulumi("preview", "--expect-no-changes");
            await pulumi("destroy", "--yes", "--skip-preview");
        });
    }
});
