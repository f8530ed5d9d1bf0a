/**
 * SELinux options of one's own choice can lift the confinement of a container; an organization may allow some only.
 *
 * Checked property:  `securityContext.seLinuxOptions` of the pod and of each container
 * Compliant values:  the configured `allowedSELinuxTypes`, or without `enforcePSS` one of `allowedSELinuxOptions` in all
 *                    of its fields
 * When unset:        compliant (the container runtime chooses a type that confines)
 * Ruling:            not applicable unless configured: what the Pod Security Standards say has a policy of its own
 */
import { eachSecurityContext } from "../../pods/each-security-context";
import { excludedImages } from "../../pods/excluded-containers";
import { allowedOrUnset, quote } from "../../message";
import { check, definePolicy, notApplicable, type Judgement } from "../../policy";
import type { Property } from "../../property";
import { pod } from "../../resources/pod";

type Options = Readonly<Partial<Record<"level" | "role" | "type" | "user", string>>>;

interface Config {
    readonly enforcePSS: boolean;
    readonly allowedSELinuxTypes: readonly string[];
    readonly allowedSELinuxOptions: { readonly options: readonly Options[] };
    readonly excludedImages: readonly string[];
}

const fields = ["user", "role", "type", "level"] as const;
const text = { type: "string" } as const;

/** The types that the Pod Security Standards allow. */
const standardTypes = ["container_t", "container_init_t", "container_kvm_t", "container_engine_t"];

export const podSeLinuxTypesLimited = definePolicy<Config>({
    name: "pod-se-linux-types-limited",
    description: "Pods must use allowed SELinux options only, where they are limited.",
    remediationSteps: "Leave `seLinuxOptions` unset, or set it to allowed options.",
    severity: "medium",
    practice: 6,
    equivalents: ["azure-policy:e1e6c427-07d9-46ab-9689-bfa85431e636"],
    configSchema: {
        properties: {
            enforcePSS: {
                type: "boolean",
                default: true,
                description: "Whether types are judged, by `allowedSELinuxTypes`, and not whole options.",
            },
            allowedSELinuxTypes: {
                type: "array",
                items: text,
                default: standardTypes,
                description: "Types that pass with `enforcePSS`.",
            },
            allowedSELinuxOptions: {
                type: "object",
                properties: {
                    options: {
                        type: "array",
                        items: {
                            type: "object",
                            properties: { level: text, role: text, type: text, user: text },
                            additionalProperties: false,
                        },
                    },
                },
                required: ["options"],
                additionalProperties: false,
                default: { options: [] },
                description: "Options that pass without `enforcePSS`; no options at all let none pass.",
            },
            excludedImages,
        },
    },
    checks: [
        check(pod, function* (subject, config) {
            if (config.enforcePSS && isStandard(config.allowedSELinuxTypes)) {
                return notApplicable("no other options are configured than the Pod Security Standards allow");
            }
            yield* eachSecurityContext(subject, config, function* (securityContext) {
                const options = securityContext.at("seLinuxOptions");
                yield* config.enforcePSS
                    ? typeMustBe(options.at("type"), config.allowedSELinuxTypes)
                    : optionsMustBe(options, config.allowedSELinuxOptions.options);
            });
        }),
    ],
});

function isStandard(types: readonly string[]): boolean {
    return types.length === standardTypes.length && standardTypes.every((type) => types.includes(type));
}

function* typeMustBe(type: Property, allowed: readonly string[]): Judgement {
    const found = type.string() ?? "";
    if (found === "" || allowed.includes(found)) return;
    yield `\`${type.path}\` is ${quote(found)}, which is not allowed; ${allowedOrUnset(allowed)}.`;
}

function* optionsMustBe(options: Property, allowed: readonly Options[]): Judgement {
    const found = fields.map((field) => options.at(field).string() ?? "");
    const isAllowed = allowed.some((wanted) => fields.every((field, index) => (wanted[field] ?? "") === found[index]));
    if (isAllowed || found.every((value) => value === "")) return;
    const shown = found.filter((value) => value !== "").join(":");
    yield `\`${options.path}\` is ${quote(shown)}, which is not among \`allowedSELinuxOptions\`; set it to options that are, or leave it unset.`;
}
