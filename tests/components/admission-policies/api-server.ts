import assert from "node:assert/strict";
import { Environment } from "@marcbachmann/cel-js";
import { thousandths } from "../../../components/arguments/quantity";

/** A quantity of Kubernetes inside of CEL. */
class Quantity {
    constructor(readonly amount: bigint) {}
}

/**
 * The language as the API server has it: optional values and quantities. Regular expressions are those of JavaScript
 * here, and of RE2 there; the ones in tests mean the same in both.
 */
const language = new Environment({ enableOptionalTypes: true, homogeneousAggregateLiterals: true })
    .registerType("Quantity", Quantity)
    .registerFunction("quantity(string): Quantity", (text: string) => {
        const amount = thousandths(text);
        assert.ok(amount !== undefined, `${text} is no quantity`);
        return new Quantity(amount);
    })
    .registerFunction("Quantity.isGreaterThan(Quantity): bool", (one: Quantity, other: Quantity) => {
        return one.amount > other.amount;
    });
for (const variable of ["object", "oldObject", "request", "namespaceObject", "variables"]) {
    language.registerVariable(variable, "dyn");
}

interface Named {
    name: string;
    expression: string;
}

/** Specification of a ValidatingAdmissionPolicy, as it is sent to the API server. */
export interface Spec {
    failurePolicy: string;
    matchConstraints: {
        namespaceSelector: { matchExpressions: { key: string; operator: string; values: string[] }[] };
        resourceRules: { apiGroups: string[]; apiVersions: string[]; resources: string[]; operations: string[] }[];
    };
    matchConditions: Named[];
    variables: Named[];
    validations: { expression: string; message: string; messageExpression: string }[];
}

/** Kubernetes objects as far as tests write them. */
export interface KubernetesObject {
    apiVersion: string;
    kind: string;
    metadata?: Record<string, unknown>;
    [field: string]: unknown;
}

/** A request that the API server receives. */
export interface Request {
    object: KubernetesObject;
    /** What was there, for an update. */
    oldObject?: KubernetesObject;
    namespaceLabels?: Record<string, string>;
    /** In place of that of the kind. */
    resource?: string;
}

/** What a policy says of a request: `undefined` where it does not judge it, or the messages of what it refuses. */
export function judge(spec: Spec, request: Request): string[] | undefined {
    const { object, oldObject = null } = request;
    const namespace = typeof object.metadata?.["namespace"] === "string" ? object.metadata["namespace"] : "default";
    if (!matchesResource(spec, request) || !matchesNamespace(spec, namespace)) {
        return undefined;
    }
    const variables = {};
    const context = {
        object: toCel({ ...object, metadata: { name: "app", namespace, ...object.metadata } }),
        oldObject: toCel(oldObject && { ...oldObject, metadata: { name: "app", namespace, ...oldObject.metadata } }),
        request: { operation: oldObject === null ? "CREATE" : "UPDATE" },
        namespaceObject: {
            metadata: {
                name: namespace,
                labels: { "kubernetes.io/metadata.name": namespace, ...request.namespaceLabels },
            },
        },
        variables,
    };
    const evaluate = (expression: string): unknown => language.evaluate(expression, context);
    if (!spec.matchConditions.every(({ expression }) => evaluate(expression) === true)) {
        return undefined;
    }
    for (const { name, expression } of spec.variables) {
        Object.assign(variables, { [name]: evaluate(expression) });
    }
    return spec.validations.flatMap(({ expression, messageExpression }) => {
        return evaluate(expression) === true ? [] : [String(evaluate(messageExpression))];
    });
}

/** Every expression of a policy that does not compile, or is of another type than the API server demands. */
export function compileErrors(spec: Spec): string[] {
    const demands: [string, RegExp][] = [
        ...spec.matchConditions.map(({ expression }): [string, RegExp] => [expression, /^bool$/]),
        ...spec.variables.map(({ expression }): [string, RegExp] => [expression, /./]),
        ...spec.validations.flatMap(({ expression, messageExpression }): [string, RegExp][] => [
            [expression, /^bool$/],
            [messageExpression, /^string$/],
        ]),
    ];
    return demands.flatMap(([expression, type]) => {
        const { valid, type: found = "", error } = language.check(expression);
        return valid && type.test(found) ? [] : [`${expression}: ${error?.message ?? found}`];
    });
}

function matchesResource({ matchConstraints }: Spec, { object, resource }: Request): boolean {
    const [version = "", group = ""] = object.apiVersion.split("/").reverse();
    return matchConstraints.resourceRules.some(
        ({ apiGroups, apiVersions, resources }) =>
            apiGroups.includes(group) &&
            (apiVersions.includes(version) || apiVersions.includes("*")) &&
            resources.includes(resource ?? plural(object.kind)),
    );
}

function plural(kind: string): string {
    return kind.toLowerCase().replace(/s$/, "se") + "s";
}

function matchesNamespace({ matchConstraints }: Spec, namespace: string): boolean {
    return matchConstraints.namespaceSelector.matchExpressions.every(({ key, operator, values }) => {
        assert.deepEqual([key, operator], ["kubernetes.io/metadata.name", "NotIn"]);
        return !values.includes(namespace);
    });
}

/** Whole numbers of JSON are `int` in CEL. */
function toCel(value: unknown): unknown {
    if (typeof value === "number") {
        return BigInt(value);
    }
    if (Array.isArray(value)) {
        return value.map(toCel);
    }
    return value !== null && typeof value === "object"
        ? Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, toCel(entry)]))
        : value;
}
