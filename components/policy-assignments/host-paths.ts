import type * as pulumi from "@pulumi/pulumi";
import { flagProblems, partProblems } from "../arguments/forms";
import type { Problem } from "../arguments/problem";
import type { AllowedHostPathArgs } from "./policy-assignments-args";

/** Problems of a path of nodes that pods may mount. */
export function* hostPathProblems(argument: string, path: pulumi.Unwrap<AllowedHostPathArgs>): Iterable<Problem> {
    yield* partProblems<AllowedHostPathArgs>(argument, path, { pathPrefix: true, readOnly: true });
    yield* flagProblems(`${argument}.readOnly`, path.readOnly);
    const { pathPrefix: found } = path;
    if (typeof found !== "string" || !/^(\/[^/]+)+\/?$/.test(found) || found.split("/").includes("..")) {
        yield {
            argument: `${argument}.pathPrefix`,
            found,
            why:
                found === "/"
                    ? "which is the whole disk of the node"
                    : "which is no absolute path below the root of the node",
            remedy: "Set the path that the pods need, such as /var/log/app",
        };
    }
}
