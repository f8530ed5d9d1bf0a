import { temporaryFolder } from "./temporary-folder";

/** A compiled pack of these policies, as code, such as `policies: []`. */
export function packOf(policies: string) {
    return temporaryFolder({
        "PulumiPolicy.yaml": "runtime: nodejs\n",
        "package.json": JSON.stringify({ name: "empty", version: "1.0.0", main: "index.js" }),
        "index.js": `new (require("@pulumi/policy").PolicyPack)("empty", { ${policies} });\n`,
    });
}
