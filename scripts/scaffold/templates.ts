/** The words that a new policy starts from. */
export interface Subject {
    /** The folder of its kind. */
    readonly folder: string;
    /** Its name. */
    readonly name: string;
    /** The name of its constant. */
    readonly constant: string;
}

/** A policy that compiles, judges nothing, and says by TODO what is to be decided. */
export function policyTemplate({ name, constant }: Subject): string {
    return `/**
 * TODO: why this matters, in a sentence.
 *
 * Checked property:  TODO
 * Compliant values:  TODO
 * When unset:        TODO
 */
import { mustBe } from "../../message";
import { check, definePolicy } from "../../policy";
import { managedCluster } from "../../resources/managed-cluster";

export const ${constant} = definePolicy({
    name: "${name}",
    description: "TODO must hold.",
    remediationSteps: "TODO.",
    severity: "medium",
    practice: 1,
    equivalents: [],
    checks: [
        check(managedCluster, function* ({ disableRunCommand }) {
            yield* mustBe(disableRunCommand, true, { unset: "and TODO" });
        }),
    ],
});
`;
}

/** Its test: a table of cases, each one change from a resource that no policy objects to. */
export function testTemplate({ folder, name, constant }: Subject): string {
    return `import { ${constant} } from "../../../../policy-pack/policies/${folder}/${name}";
import { classicCluster, cluster } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

testPolicy(${constant}, {
    compliant: {
        TODO: cluster(),
        "TODO (classic)": classicCluster(),
    },
    violating: {
        unset: {
            ...cluster({ TODO: undefined }),
            message: "\`TODO\` is unset, and TODO; set it to \`TODO\`.",
        },
    },
    undetermined: {
        "an unknown value": {
            ...cluster({ TODO: UNKNOWN }),
            undetermined: ["\`TODO\` is not known before the update"],
        },
    },
});
`;
}

/** Its page: the generated header, and what is to be written below it. */
export function pageTemplate({ name }: Pick<Subject, "name">, header: string): string {
    const snippet = "```yaml\ntype: azure-native:containerservice:ManagedCluster\nproperties: {}\n```";
    const body = [
        ["Why", "TODO"],
        ["When unset", "TODO"],
        ["Compliant", snippet],
        ["Violating", snippet],
        ["Links", "- TODO"],
    ].flatMap(([heading = "", text = ""]) => [`## ${heading}`, text]);
    return `${[`# ${name}`, header, ...body].join("\n\n")}\n`;
}
