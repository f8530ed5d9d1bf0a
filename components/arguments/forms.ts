import type * as pulumi from "@pulumi/pulumi";
import { problemsBelow, type Problem } from "./problem";
import { parseResourceId } from "./resource-id";
import type { Rule } from "./rules";

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Problems of an argument that should be an object id of Entra ID. */
export function* objectIdProblems(argument: string, found: unknown): Iterable<Problem> {
    if (typeof found !== "string" || !guid.test(found)) {
        yield {
            argument,
            found,
            why: "which is no GUID",
            remedy: "Set the object id of the principal in Entra ID (`az ad group show --group NAME --query id`), not its name",
        };
    }
}

/** A kind of ARM resource, for messages. */
export interface ResourceForm {
    /** ARM type, such as `Microsoft.Network/virtualNetworks/subnets`. */
    type: string;
    /** In words, such as "a subnet". */
    is: string;
    /** How to find an id, such as `az network vnet subnet show`. */
    command: string;
}

/** Resources that users hand in by id. */
export const resourceForms = {
    cluster: { type: "Microsoft.ContainerService/managedClusters", is: "an AKS cluster", command: "az aks show" },
    subnet: {
        type: "Microsoft.Network/virtualNetworks/subnets",
        is: "a subnet",
        command: "az network vnet subnet show",
    },
    virtualNetwork: {
        type: "Microsoft.Network/virtualNetworks",
        is: "a virtual network",
        command: "az network vnet show",
    },
    privateDnsZone: {
        type: "Microsoft.Network/privateDnsZones",
        is: "a private DNS zone",
        command: "az network private-dns zone show",
    },
    workspace: {
        type: "Microsoft.OperationalInsights/workspaces",
        is: "a Log Analytics workspace",
        command: "az monitor log-analytics workspace show",
    },
    registry: { type: "Microsoft.ContainerRegistry/registries", is: "a container registry", command: "az acr show" },
    vault: { type: "Microsoft.KeyVault/vaults", is: "a key vault", command: "az keyvault show" },
    applicationGateway: {
        type: "Microsoft.Network/applicationGateways",
        is: "an application gateway",
        command: "az network application-gateway show",
    },
    identity: {
        type: "Microsoft.ManagedIdentity/userAssignedIdentities",
        is: "a managed identity",
        command: "az identity show",
    },
} as const satisfies Record<string, ResourceForm>;

/** Problems of an argument that should be the ARM id of a resource of one type; none where it is left out. */
export function* resourceIdProblems(argument: string, found: unknown, form: ResourceForm): Iterable<Problem> {
    if (found !== undefined) {
        yield* requiredResourceIdProblems(argument, found, form);
    }
}

/** The same where there is no default. */
export function* requiredResourceIdProblems(argument: string, found: unknown, form: ResourceForm): Iterable<Problem> {
    if (parseResourceId(found)?.type.toLowerCase() !== form.type.toLowerCase()) {
        yield {
            argument,
            found,
            why: `which is not the ARM id of ${form.is}`,
            remedy: `Set the id that \`${form.command} --query id\` prints`,
        };
    }
}

/** Problems of an argument that takes one of a few values, or none. Programs in JavaScript are not held by its type. */
export function* choiceProblems(
    argument: string,
    found: unknown,
    choices: Readonly<Record<string, string>>,
): Iterable<Problem> {
    if (found !== undefined) {
        yield* requiredChoiceProblems(argument, found, choices);
    }
}

/** The same where there is no default. */
export function* requiredChoiceProblems(
    argument: string,
    found: unknown,
    choices: Readonly<Record<string, string>>,
): Iterable<Problem> {
    const values = Object.values(choices);
    if (!values.includes(found as string)) {
        yield {
            argument,
            found,
            why: "which is not among its values",
            remedy: `Set one of ${values.join(", ")}`,
        };
    }
}

/** Problems of a list of availability zones; `path` ends with a dot where it is part of another argument. */
export function* zoneProblems(path: string, zones: unknown): Iterable<Problem> {
    yield* listProblems(`${path}zones`, zones);
    for (const [index, zone] of Array.isArray(zones) ? zones.entries() : []) {
        if (typeof zone !== "string" || !/^[1-9]$/.test(zone)) {
            yield {
                argument: `${path}zones[${String(index)}]`,
                found: zone,
                why: "where Azure numbers the zones of a region",
                remedy: 'Set the number as text: "1", "2" or "3"',
            };
        }
    }
}

/**
 * A rule that knows the names of all arguments. TypeScript refuses other names itself; JavaScript would take a misspelt
 * one in silence, and the cluster would get the default.
 */
export function namesAreKnown<Args extends object>(names: Readonly<Record<keyof Args, true>>): Rule<Args> {
    const known = Object.keys(names);
    return function* (args) {
        for (const name of Object.keys(args)) {
            if (!known.includes(name)) {
                yield {
                    argument: name,
                    found: "given",
                    why: "and there is no argument of this name",
                    remedy: nameThatIsMeant(name, known),
                };
            }
        }
    };
}

/** Problems of an argument that holds others, by their names; none where it is left out. */
export function* partProblems<Part extends object>(
    argument: string,
    found: unknown,
    names: Readonly<Record<keyof Part, true>>,
): Iterable<Problem> {
    if (found === undefined) {
        return;
    }
    if (typeof found !== "object" || found === null || Array.isArray(found)) {
        const known = Object.keys(names).join(", ");
        yield { argument, found, why: "which is no object with arguments", remedy: `Set one with any of ${known}` };
        return;
    }
    yield* problemsBelow(argument, namesAreKnown<Part>(names)(found as pulumi.Unwrap<Part>));
}

/** Problems of an argument that is a list, or left out: a text would be taken for a list of its letters. */
export function* listProblems(argument: string, found: unknown): Iterable<Problem> {
    if (found !== undefined && !Array.isArray(found)) {
        yield { argument, found, why: "which is no list", remedy: "Put it in brackets, also where it is one value" };
    }
}

/** Problems of an argument that is a record of values by names of the user, or left out. */
export function* recordProblems(argument: string, found: unknown): Iterable<Problem> {
    if (found !== undefined && (typeof found !== "object" || Array.isArray(found))) {
        yield { argument, found, why: "which has no names", remedy: "Set an object with a name for each value" };
    }
}

/** Problems of an argument that is true or false, or left out. A text such as "false" would count as neither. */
export function* flagProblems(argument: string, found: unknown): Iterable<Problem> {
    if (found !== undefined && typeof found !== "boolean") {
        yield { argument, found, why: "which is neither true nor false", remedy: "Set true or false" };
    }
}

/** Problems of a whole number that must lie in a range. */
export function* rangeProblems(argument: string, found: unknown, least: number, most: number): Iterable<Problem> {
    if (!Number.isInteger(found) || Number(found) < least || Number(found) > most) {
        yield {
            argument,
            found,
            why: "which is out of range",
            remedy: `Set a whole number from ${String(least)} to ${String(most)}`,
        };
    }
}

/** Problems of a list of namespaces. */
export function* namespaceProblems(argument: string, namespaces: readonly string[] = []): Iterable<Problem> {
    for (const [index, namespace] of namespaces.entries()) {
        if (!isNamespaceName(namespace)) {
            yield {
                argument: `${argument}[${String(index)}]`,
                found: namespace,
                why: "which is no name of a namespace",
                remedy: "Set the name of one namespace; there are no wildcards",
            };
        }
    }
}

/** Whether Kubernetes takes it as the name of a namespace. */
export function isNamespaceName(found: unknown): found is string {
    return typeof found === "string" && /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(found);
}

/** Shortest word that two names are alike by. */
const shortestWord = 4;

/** The name in other case, or names that share a word with it, or all of them. */
function nameThatIsMeant(name: string, known: readonly string[]): string {
    const same = known.find((candidate) => candidate.toLowerCase() === name.toLowerCase());
    if (same !== undefined) {
        return `Write ${same}`;
    }
    const words = name.split(/(?=[A-Z])/).filter(({ length }) => length >= shortestWord);
    const alike = known.filter((candidate) =>
        words.some((word) => candidate.toLowerCase().includes(word.toLowerCase())),
    );
    return alike.length > 0 ? `Similar ones are ${alike.join(", ")}` : `The arguments are ${known.join(", ")}`;
}

/** Problems of a list whose entries are told apart by a name. */
export function* duplicateNameProblems(
    argument: string,
    entries: readonly { name: string }[],
    taken: readonly string[] = [],
): Iterable<Problem> {
    for (const [index, { name }] of entries.entries()) {
        if (taken.includes(name) || entries.slice(0, index).some((earlier) => earlier.name === name)) {
            yield {
                argument: `${argument}[${String(index)}].name`,
                found: name,
                why: taken.includes(name) ? "a name that is taken" : "a name that is there twice",
                remedy: "Give each entry a name of its own",
            };
        }
    }
}
