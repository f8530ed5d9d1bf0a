import type { PolicyConfigSchema } from "@pulumi/policy";

/** That a policy does not judge some resources for a while, as its configuration says it. */
export interface Exemption {
    /**
     * The resources: a URN, or `name:`, `type:` or `namespace:` and the name of the resource, its type token or the
     * namespace of the Kubernetes object. `*` stands for any text.
     */
    readonly resource: string;
    /** Why. */
    readonly reason: string;
    /** The last day on which it holds, `YYYY-MM-DD` in UTC. */
    readonly expires: string;
    /** Who answers for it. */
    readonly owner?: string;
}

/** What a resource can be matched by. */
export interface Exemptible {
    readonly urn: string;
    readonly name: string;
    readonly type: string;
    /** Of a Kubernetes object: its namespace, or its name where it is one. */
    readonly namespace: string | undefined;
}

/** What every policy takes beside its own parameters. */
export const exemptionsSchema: NonNullable<PolicyConfigSchema["properties"]> = {
    exemptions: {
        type: "array",
        default: [],
        description: "Resources that the policy does not judge for a while, each with the reason and the last day.",
        items: {
            type: "object",
            required: ["resource", "reason", "expires"],
            additionalProperties: false,
            properties: {
                resource: { type: "string", minLength: 1 },
                reason: { type: "string", pattern: "\\S" },
                expires: { type: "string", format: "date" },
                owner: { type: "string", pattern: "\\S" },
            },
        },
    },
};

/** The exemptions in the configuration of a policy; its schema has been checked by the engine. */
export function exemptionsIn(configuration: object): readonly Exemption[] {
    const { exemptions = [] } = configuration as { readonly exemptions?: readonly Exemption[] };
    return exemptions;
}

/** What a resource is matched by, unless by its URN. */
const subjects = ["name", "type", "namespace"] as const;

/** What `resource` begins with, unless it is a URN. */
export const prefixes: readonly string[] = subjects.map((subject) => `${subject}:`);

/** Whether an exemption is about a resource. */
export function isAbout({ resource }: Exemption, subject: Exemptible): boolean {
    const by = subjects.find((candidate) => resource.startsWith(`${candidate}:`));
    const value = subject[by ?? "urn"];
    const pattern = by === undefined ? resource : resource.slice(by.length + 1);
    return value !== undefined && globOf(pattern).test(value);
}

/** Whether the last day of an exemption is over. */
export function isExpired({ expires }: Exemption, now: Date): boolean {
    return now.getTime() >= Date.parse(`${expires}T00:00:00Z`) + 24 * 60 * 60 * 1000;
}

function globOf(pattern: string): RegExp {
    const parts = pattern.split(/\*+/).map((text) => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
    return new RegExp(`^${parts.join(".*")}$`, "s");
}
