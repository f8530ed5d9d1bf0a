import type { Practice } from "../../policy-pack/practices";
import type { PracticeRow, PracticeState } from "./practice-report";

const longestList = 3;

/** The report as a person reads it at the end of a preview. */
export function practiceTable(
    rows: readonly PracticeRow[],
    titles: Readonly<Partial<Record<Practice, string>>>,
): string {
    const numberOf = ({ practice }: PracticeRow) => (practice === "beyond" ? "+" : String(practice));
    const cells = rows.map((row) => [numberOf(row), titles[row.practice] ?? "", row.state, explanation(row)]);
    const widths = [0, 1, 2].map((column) => Math.max(...cells.map((cell) => cell[column]?.length ?? 0)));
    return cells
        .map((cell) =>
            cell
                .map((text, column) => text.padEnd(widths[column] ?? 0))
                .join("  ")
                .trimEnd(),
        )
        .map((line) => ` ${line}`)
        .join("\n");
}

function explanation({ state, policies, resources }: PracticeRow): string {
    switch (state) {
        case "held":
            return `${counted(policies.length, "policy", "policies")} passed on ${kinds(resources)}`;
        case "no resource":
            return "nothing in this stack that its policies look at";
        case "not covered":
            return "this pack has no policy for it yet";
        default:
            return `${list(policies)}${resources.length > 0 ? ` on ${kinds(resources)}` : ""}`;
    }
}

/** Resources as a person knows them: of each type, without its package, the first name and how many more there are. */
function kinds(urns: readonly string[]): string {
    if (urns.length === 0) {
        return "the stack";
    }
    const names = new Map<string, string[]>();
    for (const urn of urns) {
        const [, , types = "", ...name] = urn.replace(/^urn:pulumi:/, "").split("::");
        const kind = types.split(/[$:]/).pop() ?? "";
        names.set(kind, [...(names.get(kind) ?? []), name.join("::")]);
    }
    return list(
        [...names].map(([kind, [first = "", ...others]]) =>
            others.length === 0 ? `${kind} ${first}` : `${kind} ${first} (and ${String(others.length)} more)`,
        ),
    );
}

function list(texts: readonly string[]): string {
    const rest = texts.length - longestList;
    return rest > 0 ? `${texts.slice(0, longestList).join(", ")} and ${String(rest)} more` : texts.join(", ");
}

function counted(count: number, one: string, many: string): string {
    return `${String(count)} ${count === 1 ? one : many}`;
}

/** One line that counts the states, gravest first. */
export function summary(rows: readonly PracticeRow[]): string {
    const states: PracticeState[] = [
        "violated",
        "undetermined",
        "exempt",
        "advisory",
        "held",
        "no resource",
        "not covered",
    ];
    return states
        .map((state) => [state, rows.filter((row) => row.state === state).length] as const)
        .filter(([, count]) => count > 0)
        .map(([state, count]) => `${String(count)} ${state}`)
        .join(", ");
}
