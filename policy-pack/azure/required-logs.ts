import type { Finding } from "../policy";
import { Undetermined, type Property } from "../property";
import type { DiagnosticSetting, LogEntry } from "../resources/diagnostic-setting";

/** The resources whose logs a policy demands. */
export interface LoggedKind {
    /** What it is called: "cluster". */
    readonly noun: string;
    /** The end of its ARM id. */
    readonly id: RegExp;
    /** Categories that no other resource has, in lower case. */
    readonly categories: RegExp;
}

/** A log that must be sent. */
export interface RequiredLog {
    /** One of these is enough. The first is the one to advise. */
    readonly categories: readonly [string, ...string[]];
    /** What nobody can say without it. */
    readonly lost: string;
}

/** Groups that have the audit logs of every resource. */
const groups = ["audit", "alllogs"];

/**
 * Why a setting does not concern a kind. At preview the id of its resource is often not known: then its categories tell,
 * because no other resource has those of the kind.
 */
export function whyNotOf({ noun, id, categories }: LoggedKind, setting: DiagnosticSetting): string | undefined {
    const { resourceUri } = setting;
    if (resourceUri.isKnown && !id.test(resourceUri.string() ?? "")) return `the resource is no ${noun}`;
    const entries = setting.entries();
    if (entries.length === 0) return "the setting sends no logs";
    if (resourceUri.isKnown || entries.some(({ category }) => categories.test(nameOf(category)))) return undefined;
    // A group that every resource may have decides nothing, and has the audit logs if this is of the kind.
    const groupsOnly = entries.every(({ category }) => nameOf(category) === "");
    if (!groupsOnly) return `the categories are not those of a ${noun}`;
    if (!hasGroup(entries)) throw new Undetermined(resourceUri.path);
    return "the categories are those of any resource";
}

/** What a setting does not send of what it must. */
export function* missingLogs(setting: DiagnosticSetting, required: readonly RequiredLog[]): Generator<Finding> {
    const entries = setting.entries();
    if (hasGroup(entries)) return;
    for (const { categories, lost } of required) {
        const found = entries.filter(({ category }) => isOneOf(category, categories));
        if (!found.some(({ enabled }) => enabled.effective)) yield lack(setting, found, categories[0], lost);
    }
}

/** Whether a group that has the audit logs is sent. */
function hasGroup(entries: readonly LogEntry[]): boolean {
    return entries.some((entry) => groups.includes(nameOf(entry.categoryGroup)) && entry.enabled.effective);
}

function isOneOf(category: Property, categories: readonly string[]): boolean {
    return categories.some((one) => one.toLowerCase() === nameOf(category));
}

function lack({ logs }: DiagnosticSetting, [off]: readonly LogEntry[], advised: string, lost: string): string {
    return off === undefined
        ? `\`${logs.path}\` is without \`${advised}\`, and nobody can say later ${lost}; set it to a list in which that category is enabled.`
        : `\`${off.enabled.path}\` is ${off.enabled.value === undefined ? "unset" : "`false`"}, and nobody can say later ${lost}; set it to \`true\`.`;
}

function nameOf(property: Property): string {
    return property.string()?.toLowerCase() ?? "";
}
