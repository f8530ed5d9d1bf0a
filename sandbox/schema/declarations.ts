import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

import type * as TypeScript from "typescript";

import type { ObjectShape, PropertyShape, Shape } from "./shape";

/** What a provider's SDK declares about one resource class. */
export interface ResourceDeclaration {
    readonly inputs: ObjectShape;
    /** Outputs; required means that the declaration does not allow undefined. */
    readonly outputs: ObjectShape;
    /** The text of the class comment: API version, examples. */
    readonly comment: string;
}

/**
 * The declarations of an installed Node SDK: so the stand-in knows exactly the properties that the program can write.
 * Only what is asked for is parsed: the type files of a large provider have millions of characters.
 */
export class Declarations {
    private static readonly shared = new Map<string, Declarations>();
    private readonly root: string;
    private readonly files = new Map<string, string>();
    private readonly objects = new Map<string, ObjectShape>();
    private readonly resources = new Map<string, ResourceDeclaration | undefined>();

    private constructor(packageName: string) {
        this.root = dirname(require.resolve(`${packageName}/package.json`));
    }

    /** The declarations of a package; parsed once in a process, however many stand-ins there are. */
    static of(packageName: string): Declarations {
        const shared = Declarations.shared.get(packageName) ?? new Declarations(packageName);
        Declarations.shared.set(packageName, shared);
        return shared;
    }

    /** The version of the installed SDK. */
    get version(): string {
        return (JSON.parse(this.read("package.json") ?? "{}") as { version: string }).version;
    }

    /** A resource class of a module; "" is the root module. */
    resource(module: string, className: string): ResourceDeclaration | undefined {
        const key = `${module}:${className}`;
        if (!this.resources.has(key)) this.resources.set(key, this.parseResource(module, className));
        return this.resources.get(key);
    }

    private parseResource(module: string, className: string): ResourceDeclaration | undefined {
        const source = this.moduleFile(module, className, `export { ${className}Args`);
        if (source === undefined) return undefined;
        const inputs = this.parseInterface(`export interface ${className}Args {`, source, "\n}");
        const body = sliceBetween(source, `export declare class ${className} extends pulumi.CustomResource {`, "\n}");
        if (body === undefined) return undefined;
        const classStart = source.indexOf(`export declare class ${className} `);
        const comment = source.slice(source.lastIndexOf("/**\n", classStart), classStart);
        return { inputs: inputs ?? new Map(), outputs: this.parseMembers(body), comment };
    }

    /** The arguments and results of a function of a module. */
    invoke(module: string, functionName: string): { inputs: ObjectShape; outputs: ObjectShape } | undefined {
        const source = this.moduleFile(module, functionName, `export declare const ${functionName}:`);
        if (source === undefined) return undefined;
        const name = functionName.charAt(0).toUpperCase() + functionName.slice(1);
        return {
            inputs:
                this.parseInterface(`export interface ${name}Args {`, source, "\n}") ??
                new Map<string, PropertyShape>(),
            outputs:
                this.parseInterface(`export interface ${name}Result {`, source, "\n}") ??
                new Map<string, PropertyShape>(),
        };
    }

    /** Every resource class of a module. */
    classNames(module: string): string[] {
        const index = this.read(join(module, "index.d.ts")) ?? "";
        return [...index.matchAll(/^export declare const (\w+): typeof import\("\.\/\w+"\)\.\1;/gm)]
            .map((match) => match[1] ?? "")
            .filter((name) => /^[A-Z]/.test(name));
    }

    /** The modules of the SDK. */
    hasModule(module: string): boolean {
        return existsSync(join(this.root, module, "index.d.ts"));
    }

    /** The properties of a type such as `inputs.network.SubnetArgs`. */
    object(typeName: string): ObjectShape {
        const known = this.objects.get(typeName);
        if (known !== undefined) return known;
        const [side, ...path] = typeName.split(".");
        const file = this.read(join("types", side === "inputs" ? "input.d.ts" : "output.d.ts")) ?? "";
        const name = path.pop() ?? "";
        let scope: string | undefined = file;
        let indent = "";
        // At the top of the file, in the namespace of a module, or in that of a version within it.
        for (const namespace of path) {
            const start = `\n${indent}${indent === "" ? "export declare " : ""}namespace ${namespace} {`;
            scope = sliceBetween(scope ?? "", start, `\n${indent}}`);
            indent += "    ";
        }
        const start = `\n${indent}${indent === "" ? "export " : ""}interface ${name} {`;
        const shape = this.parseInterface(start, scope ?? "", `\n${indent}}`);
        if (shape === undefined) throw new Error(`the SDK refers to ${typeName} but does not declare it`);
        this.objects.set(typeName, shape);
        return shape;
    }

    private moduleFile(module: string, name: string, marker: string): string | undefined {
        const index = this.read(join(module, "index.d.ts"));
        if (index === undefined) return undefined;
        const line = index.split("\n").find((candidate) => candidate.startsWith(marker) || isExportOf(candidate, name));
        const file = line === undefined ? undefined : /["']\.\/(\w+)["']/.exec(line)?.[1];
        return file === undefined ? undefined : this.read(join(module, `${file}.d.ts`));
    }

    private read(file: string): string | undefined {
        const known = this.files.get(file);
        if (known !== undefined) return known;
        const path = join(this.root, file);
        if (!existsSync(path)) return undefined;
        const text = readFileSync(path, "utf8");
        this.files.set(file, text);
        return text;
    }

    private parseInterface(start: string, source: string, end: string): ObjectShape | undefined {
        const body = sliceBetween(source, start, end);
        return body === undefined ? undefined : this.parseMembers(body);
    }

    /** Parses the members of one interface or class, whatever surrounds it. */
    private parseMembers(body: string): ObjectShape {
        const ts = typescript();
        const text = `declare class Members {${body}\n}`;
        const [statement] = ts.createSourceFile("members.d.ts", text, ts.ScriptTarget.Latest).statements;
        const members = new Map<string, PropertyShape>();
        if (statement === undefined || !ts.isClassDeclaration(statement)) return members;
        for (const member of statement.members) {
            if (!ts.isPropertyDeclaration(member) || member.type === undefined) continue;
            const name = ts.isIdentifier(member.name) || ts.isStringLiteral(member.name) ? member.name.text : undefined;
            if (name === undefined) continue;
            const { shape, optional } = shapeOf(ts, member.type);
            members.set(name, { required: member.questionToken === undefined && !optional, shape });
        }
        return members;
    }
}

let loaded: typeof TypeScript | undefined;

/** The parser takes a while to load, so it waits until a program asks for a type. */
function typescript(): typeof TypeScript {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- loading lazily and synchronously needs require
    loaded ??= require("typescript") as typeof TypeScript;
    return loaded;
}

function isExportOf(line: string, name: string): boolean {
    return line.startsWith(`export declare const ${name}: typeof import(`) || line.startsWith(`export { ${name} }`);
}

function sliceBetween(text: string, start: string, end: string): string | undefined {
    const from = text.indexOf(start);
    if (from < 0) return undefined;
    const to = text.indexOf(end, from + start.length - 1);
    return to < 0 ? undefined : text.slice(from + start.length, to);
}

function shapeOf(ts: typeof TypeScript, node: TypeScript.TypeNode): { shape: Shape; optional: boolean } {
    if (ts.isParenthesizedTypeNode(node)) return shapeOf(ts, node.type);
    if (ts.isUnionTypeNode(node)) return unionShape(ts, node.types);
    if (ts.isArrayTypeNode(node)) return known({ kind: "array", items: shapeOf(ts, node.elementType).shape });
    if (ts.isTypeLiteralNode(node)) return known({ kind: "map", values: indexShape(ts, node) });
    if (ts.isLiteralTypeNode(node)) return literalShape(ts, node);
    if (ts.isTypeReferenceNode(node)) return referenceShape(ts, node);
    switch (node.kind) {
        case ts.SyntaxKind.StringKeyword:
            return known({ kind: "string" });
        case ts.SyntaxKind.NumberKeyword:
            return known({ kind: "number" });
        case ts.SyntaxKind.BooleanKeyword:
            return known({ kind: "boolean" });
        case ts.SyntaxKind.UndefinedKeyword:
            return { shape: { kind: "any" }, optional: true };
        default:
            return known({ kind: "any" });
    }
}

function known(shape: Shape): { shape: Shape; optional: boolean } {
    return { shape, optional: false };
}

function unionShape(ts: typeof TypeScript, types: readonly TypeScript.TypeNode[]): { shape: Shape; optional: boolean } {
    const parts = types.map((type) => shapeOf(ts, type));
    const members: Shape[] = [];
    for (const { shape, optional } of parts) {
        if (optional && shape.kind === "any") continue;
        const added = shape.kind === "union" ? shape.members : [shape];
        for (const member of added) {
            if (!members.some((other) => JSON.stringify(other) === JSON.stringify(member))) members.push(member);
        }
    }
    const optional = parts.some((part) => part.optional);
    const [single, ...others] = members;
    if (single === undefined) return { shape: { kind: "any" }, optional };
    return { shape: others.length === 0 ? single : { kind: "union", members }, optional };
}

function indexShape(ts: typeof TypeScript, node: TypeScript.TypeLiteralNode): Shape {
    const [member] = node.members;
    return member !== undefined && ts.isIndexSignatureDeclaration(member)
        ? shapeOf(ts, member.type).shape
        : { kind: "any" };
}

function literalShape(ts: typeof TypeScript, node: TypeScript.LiteralTypeNode): { shape: Shape; optional: boolean } {
    const { literal } = node;
    if (ts.isStringLiteral(literal)) return known({ kind: "literal", value: literal.text });
    if (ts.isNumericLiteral(literal)) return known({ kind: "literal", value: Number(literal.text) });
    if (literal.kind === ts.SyntaxKind.TrueKeyword) return known({ kind: "literal", value: true });
    if (literal.kind === ts.SyntaxKind.FalseKeyword) return known({ kind: "literal", value: false });
    return known({ kind: "any" });
}

function referenceShape(
    ts: typeof TypeScript,
    node: TypeScript.TypeReferenceNode,
): { shape: Shape; optional: boolean } {
    const name = entityName(ts, node.typeName);
    const [argument] = node.typeArguments ?? [];
    if (name === "pulumi.Input" || name === "pulumi.Output" || name === "Promise") {
        return argument === undefined ? known({ kind: "any" }) : shapeOf(ts, argument);
    }
    if (name === "Array" && argument !== undefined) return known({ kind: "array", items: shapeOf(ts, argument).shape });
    if (name === "Record") return known({ kind: "map", values: { kind: "any" } });
    if (name.startsWith("inputs.") || name.startsWith("outputs.")) return known({ kind: "object", typeName: name });
    // An enum is a list of known words, and the cloud may know more of them.
    if (name.startsWith("enums.")) {
        return known({ kind: "union", members: [{ kind: "string" }, { kind: "number" }, { kind: "boolean" }] });
    }
    return known({ kind: "any" });
}

function entityName(ts: typeof TypeScript, name: TypeScript.EntityName): string {
    return ts.isIdentifier(name) ? name.text : `${entityName(ts, name.left)}.${name.right.text}`;
}
