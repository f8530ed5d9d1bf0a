/** One demand of a policy, of which an object breaks it wherever the list of offenders is not empty. */
export interface Demand {
    /** Name of the list among the variables of the policy. */
    name: string;
    /** What must hold, as a sentence without its full stop. */
    must: string;
    /** Expression of CEL: a list of texts, each what breaks the demand. */
    offenders: string;
    /** What was found, before the list of offenders. */
    found: string;
    /** What to set, after it. */
    remedy: string;
}

/** A policy as data: what it judges and what it demands. */
export interface AdmissionPolicy {
    judges: Judged;
    demands: Demand[];
    /** Whether kured cannot live with it. */
    breaksKured?: boolean;
}

/** A named expression of CEL. */
export interface Named {
    name: string;
    expression: string;
}

/** Kinds of objects that are judged in the same way. */
export interface Judged {
    /** Resources by API group and version. */
    resources: { apiGroups: string[]; apiVersions: string[]; resources: string[] }[];
    /** Expression of CEL: whether an update changes what is judged. */
    changed: string;
    /** Variables that policies read; `place` says where the judged part lies. */
    variables: Named[];
}

/** A value as a literal of CEL, whose texts and lists are those of JSON. */
export function literal(value: string | readonly string[]): string {
    return JSON.stringify(value);
}
