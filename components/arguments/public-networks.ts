import { network4, neverOnTheInternet, overlap, parseNetwork } from "./addresses";
import type { Problem } from "./problem";

/** A network that holds more addresses than this limits nothing. */
const widestRange = 16;

/** How to put into words what is wrong with a network that comes over the internet. */
export interface PublicNetworkWords {
    /** Said of 0.0.0.0/0. Default: what is said of every wide network. */
    wholeInternet?: Pick<Problem, "why" | "remedy">;
    /** What to do about a network that is private. */
    privateRemedy: string;
}

/** Problems of networks that reach a public endpoint. */
export function* publicNetworkProblems(
    argument: string,
    ranges: readonly unknown[] | undefined,
    { wholeInternet, privateRemedy }: PublicNetworkWords,
): Iterable<Problem> {
    for (const [index, found] of (ranges ?? []).entries()) {
        const problem = publicNetworkProblem(found, wholeInternet, privateRemedy);
        if (problem !== undefined) {
            yield { argument: `${argument}[${String(index)}]`, found, ...problem };
        }
    }
}

function publicNetworkProblem(
    range: unknown,
    wholeInternet: PublicNetworkWords["wholeInternet"],
    privateRemedy: string,
): Pick<Problem, "why" | "remedy"> | undefined {
    const parsed = parseNetwork(range);
    if ("why" in parsed) {
        return parsed;
    }
    if (wholeInternet !== undefined && parsed.network.prefixLength === 0) {
        return wholeInternet;
    }
    if (parsed.network.prefixLength < widestRange) {
        return {
            why: "a network of more than 65,536 addresses",
            remedy: `Set networks of /${String(widestRange)} or narrower`,
        };
    }
    const never = neverOnTheInternet.find((network) => overlap(parsed.network, network4(network)));
    return (
        never && {
            why: `which lies in ${never}, where no client of a public endpoint comes from`,
            remedy: privateRemedy,
        }
    );
}
