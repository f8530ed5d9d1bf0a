import { eachIncludedContainer } from "./each-included-container";
import type { Exclusions } from "./excluded-containers";
import { quote } from "../message";
import type { Finding } from "../policy";
import type { Pod } from "../resources/pod";

/** What is wrong with how containers see `/proc`. */
export function mustHideProc(subject: Pod, exclusions: Exclusions): Generator<Finding> {
    return eachIncludedContainer(subject, exclusions, function* (container) {
        const procMount = container.in("securityContext", "procMount");
        const value = procMount.string() ?? "Default";
        if (value === "Default") return;
        const found =
            value === ""
                ? "empty, which Kubernetes refuses"
                : `${quote(value)}, and \`/proc\` shows what is hidden by default`;
        yield `\`${procMount.path}\` is ${found}; set it to \`Default\`.`;
    });
}
