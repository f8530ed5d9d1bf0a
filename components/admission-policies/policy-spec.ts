import type { AdmissionPolicy, Named } from "./policy";
import { literal } from "./policy";

/** The reboot daemon that some policies let be. */
export interface KuredExemption {
    namespaceName: string;
    image: string;
}

/** Whom a policy does not judge. */
export interface Exemptions {
    namespaces: readonly string[];
    kured: KuredExemption | undefined;
}

/** Specification of a ValidatingAdmissionPolicy for a policy. */
export function policySpec(policy: AdmissionPolicy, { namespaces, kured }: Exemptions) {
    return {
        // An expression that cannot be evaluated refuses the object, and never lets it in unseen.
        failurePolicy: "Fail",
        matchConstraints: {
            namespaceSelector: {
                matchExpressions: [
                    { key: "kubernetes.io/metadata.name", operator: "NotIn", values: [...new Set(namespaces)].sort() },
                ],
            },
            resourceRules: policy.judges.resources.map((rule) => ({ ...rule, operations: ["CREATE", "UPDATE"] })),
        },
        matchConditions: matchConditions(policy, kured),
        variables: variables(policy),
        validations: policy.demands.map(({ name, must, found, remedy }) => ({
            expression: `variables.${name}.size() == 0`,
            message: `${must}.`,
            messageExpression: `variables.place + ${literal(`: ${found} `)} + variables.${name}.join(", ") + ${literal(`; ${remedy}.`)}`,
        })),
    };
}

/** What is on its way out stays so, and what does not change is left as it is: neither must be held up. */
function matchConditions({ judges, breaksKured }: AdmissionPolicy, kured: KuredExemption | undefined): Named[] {
    const conditions = [
        { name: "stays", expression: "!has(object.metadata.deletionTimestamp)" },
        { name: "changes", expression: `request.operation != "UPDATE" || (${judges.changed.trim()})` },
    ];
    return kured !== undefined && breaksKured === true
        ? [...conditions, { name: "is-not-kured", expression: `!(${isKured(kured)})` }]
        : conditions;
}

/** The DaemonSet of kured and its pods: with one container of its image that runs its program, in its namespace. */
function isKured({ namespaceName, image }: KuredExemption): string {
    const runsKured = (spec: string) =>
        `!has(${spec}.initContainers) && !has(${spec}.ephemeralContainers) && ${spec}.containers.all(c, c.image == ${literal(image)} && c.?command.orValue([]) == ["/usr/bin/kured"])`;
    return `
object.metadata["namespace"] == ${literal(namespaceName)} && (
(object.kind == "DaemonSet" && object.metadata.name == "kured" && ${runsKured("object.spec.template.spec")}) ||
(object.kind == "Pod" && object.metadata.?ownerReferences.orValue([]).exists(o, o.kind == "DaemonSet" && o.name == "kured") && ${runsKured("object.spec")}))`.trim();
}

function variables({ judges, demands }: AdmissionPolicy): Named[] {
    const lists = demands.map(({ name, offenders }) => ({ name, expression: offenders }));
    return [...judges.variables, ...lists].map(({ name, expression }) => ({ name, expression: expression.trim() }));
}
