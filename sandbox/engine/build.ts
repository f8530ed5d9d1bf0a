import { chmod, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { builtOnce } from "../go/build";
import { builtVersion, oldestVersion } from "./version";

/**
 * The language host beside the built engine. The cache is shared by all checkouts of a user, so it starts whichever host
 * the running sandbox names, never the one of the checkout that happened to build the engine.
 */
const languageHostLauncher = `#!/bin/sh
if [ -z "$AKSGUARD_SANDBOX_LANGUAGE_HOST" ]; then
    echo "this engine belongs to the aksguard sandbox: start it by npm run sandbox -- pulumi" >&2
    exit 1
fi
exec "$AKSGUARD_SANDBOX_NODE" --import "$AKSGUARD_SANDBOX_TSX" "$AKSGUARD_SANDBOX_LANGUAGE_HOST" "$@"
`;

/** The engine in the user's cache folder; built there first when it is missing. */
export async function buildEngine(log: (line: string) => void): Promise<string> {
    const program = {
        title: `the Pulumi engine ${builtVersion}`,
        cacheName: `pulumi-${builtVersion}`,
        module: __dirname,
        packages: ["github.com/pulumi/pulumi/pkg/v3/cmd/pulumi"],
        linkerFlags: `-X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v${builtVersion}`,
        minutes: 4,
        missing: `There is no pulumi ${oldestVersion} or newer on PATH`,
        remedies: [`install the Pulumi CLI, version ${oldestVersion} or newer: https://www.pulumi.com/docs/install/`],
        finish: async (folder: string) => {
            const launcher = join(folder, "pulumi-language-nodejs");
            await writeFile(launcher, languageHostLauncher);
            await chmod(launcher, 0o755);
        },
    };
    return join(await builtOnce(program, log), "pulumi");
}
