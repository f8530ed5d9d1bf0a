import type * as pulumi from "@pulumi/pulumi";
import { choiceProblems, flagProblems, partProblems, requiredChoiceProblems } from "../arguments/forms";
import type { Problem } from "../arguments/problem";
import {
    FirewallMatchVariable,
    FirewallSelectorOperator,
    type FirewallExclusionArgs,
    type WebApplicationFirewallArgs,
} from "./web-application-firewall-args";

const argumentNames = {
    detectionOnly: true,
    exclusions: true,
    maxRequestBodySizeInKb: true,
    fileUploadLimitInMb: true,
} as const;

const exclusionNames = { matchVariable: true, operator: true, selector: true, ruleGroup: true, ruleIds: true } as const;

/** Problems of a firewall that is an argument of a gateway. */
export function* webApplicationFirewallProblems(
    argument: string,
    firewall: pulumi.Unwrap<WebApplicationFirewallArgs> | undefined,
): Iterable<Problem> {
    if (firewall === undefined) {
        return;
    }
    yield* partProblems<WebApplicationFirewallArgs>(argument, firewall, argumentNames);
    const { maxRequestBodySizeInKb, fileUploadLimitInMb, exclusions = [] } = firewall;
    yield* flagProblems(`${argument}.detectionOnly`, firewall.detectionOnly);
    yield* wholeNumberProblems(`${argument}.maxRequestBodySizeInKb`, maxRequestBodySizeInKb, 8, 2000);
    yield* wholeNumberProblems(`${argument}.fileUploadLimitInMb`, fileUploadLimitInMb, 1, 4000);
    for (const [index, exclusion] of exclusions.entries()) {
        yield* exclusionProblems(`${argument}.exclusions[${String(index)}]`, exclusion);
    }
}

function* exclusionProblems(path: string, exclusion: pulumi.Unwrap<FirewallExclusionArgs>): Iterable<Problem> {
    yield* partProblems<FirewallExclusionArgs>(path, exclusion, exclusionNames);
    yield* requiredChoiceProblems(`${path}.matchVariable`, exclusion.matchVariable, FirewallMatchVariable);
    yield* choiceProblems(`${path}.operator`, exclusion.operator, FirewallSelectorOperator);
    for (const name of ["selector", "ruleGroup"] as const) {
        if (typeof exclusion[name] !== "string" || exclusion[name].trim() === "") {
            yield {
                argument: `${path}.${name}`,
                found: exclusion[name],
                why: "which leaves out more than can be meant",
                remedy: "Set what the log of the firewall shows for the request",
            };
        }
    }
    if (!Array.isArray(exclusion.ruleIds) || exclusion.ruleIds.length === 0) {
        yield {
            argument: `${path}.ruleIds`,
            found: exclusion.ruleIds,
            why: "and a whole group of rules would be blind",
            remedy: 'Set the rules that the log of the firewall names, such as ["942430"]',
        };
    }
}

/** Problems of an argument that takes a whole number between two others, or none. */
export function* wholeNumberProblems(argument: string, found: unknown, least: number, most: number): Iterable<Problem> {
    if (found !== undefined && !(Number.isInteger(found) && Number(found) >= least && Number(found) <= most)) {
        yield {
            argument,
            found,
            why: `where Azure takes ${String(least)} to ${String(most)}`,
            remedy: "Set a whole number in that range",
        };
    }
}
