import type { CheckFailure } from "../providers/provider";
import type { PropertyMap } from "../providers/property";
import { checkProperties } from "../schema/check";
import { Declarations, type ResourceDeclaration } from "../schema/declarations";
import type { PropertyShape } from "../schema/shape";
import { type ObjectType, moduleOf } from "./object-type";

const declarations = Declarations.of("@pulumi/kubernetes");
const metadata: PropertyShape = { required: false, shape: { kind: "object", typeName: "inputs.meta.v1.ObjectMeta" } };

/** The version of the installed SDK. */
export function sdkVersion(): string {
    return declarations.version;
}

/** Whether Kubernetes itself has the type; a group of somebody else may begin with the same word. */
export function isDeclared(type: ObjectType): boolean {
    return declarationOf(type) !== undefined;
}

/** Everything in the object that the API server would not accept: unknown and missing fields, and wrong shapes. */
export function checkObject(type: ObjectType, inputs: PropertyMap): CheckFailure[] {
    const { apiVersion, kind, ...fields } = inputs;
    const failures: CheckFailure[] = [];
    if (apiVersion !== type.apiVersion) failures.push(mismatch("apiVersion", apiVersion, type.apiVersion));
    if (kind !== type.kind) failures.push(mismatch("kind", kind, type.kind));
    const declared = declarationOf(type);
    if (declared === undefined) {
        const known: PropertyMap = fields.metadata === undefined ? {} : { metadata: fields.metadata };
        return [...failures, ...checkProperties(declarations, new Map([["metadata", metadata]]), known)];
    }
    return [...failures, ...checkProperties(declarations, withoutType(declared.inputs), fields)];
}

/** The declaration of a Helm release. */
export function checkRelease(inputs: PropertyMap): CheckFailure[] {
    const { inputs: shape } = declarations.resource("helm/v3", "Release") ?? {
        inputs: new Map<string, PropertyShape>(),
    };
    return checkProperties(declarations, shape, inputs);
}

function declarationOf(type: ObjectType): ResourceDeclaration | undefined {
    const declared = declarations.resource(moduleOf(type), type.kind);
    const apiVersion = declared?.inputs.get("apiVersion")?.shape;
    return apiVersion?.kind === "literal" && apiVersion.value === type.apiVersion ? declared : undefined;
}

function withoutType(shape: ReadonlyMap<string, PropertyShape>): ReadonlyMap<string, PropertyShape> {
    return new Map([...shape].filter(([name]) => name !== "apiVersion" && name !== "kind"));
}

function mismatch(property: string, value: unknown, expected: string): CheckFailure {
    return { property, reason: `'${property}' should be ${JSON.stringify(expected)} but got ${JSON.stringify(value)}` };
}
