import type { Problem } from "./problem";

/** What a unit of Kubernetes is worth, in thousandths. */
const units: Readonly<Record<string, bigint>> = {
    m: 1n,
    "": 1000n,
    k: 1000n * 10n ** 3n,
    M: 1000n * 10n ** 6n,
    G: 1000n * 10n ** 9n,
    T: 1000n * 10n ** 12n,
    P: 1000n * 10n ** 15n,
    E: 1000n * 10n ** 18n,
    Ki: 1000n << 10n,
    Mi: 1000n << 20n,
    Gi: 1000n << 30n,
    Ti: 1000n << 40n,
    Pi: 1000n << 50n,
    Ei: 1000n << 60n,
};

/** A number with at most three decimals and perhaps a unit: every amount that anybody writes for a container. */
const form = /^(\d{1,18})(?:\.(\d{1,3}))?(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?$/;

/** The amount that a quantity of Kubernetes says, in thousandths; `undefined` where it says none. */
export function thousandths(quantity: unknown): bigint | undefined {
    const [, whole = "", decimals = "", unit = ""] = (typeof quantity === "string" && form.exec(quantity)) || [];
    const worth = units[unit];
    if (whole === "" || worth === undefined) {
        return undefined;
    }
    return ((BigInt(whole) * 1000n + BigInt(decimals.padEnd(3, "0"))) * worth) / 1000n;
}

/** Problems of an argument that should be an amount above zero, such as "250m" or "1Gi". */
export function* quantityProblems(argument: string, found: unknown, example: string): Iterable<Problem> {
    if ((thousandths(found) ?? 0n) === 0n) {
        yield {
            argument,
            found,
            why: "which is no amount of Kubernetes above zero",
            remedy: `Set it as text, such as "${example}"`,
        };
    }
}

/** Problems of two amounts of which one may not be above the other. */
export function* orderProblems(
    argument: string,
    found: string,
    bound: { argument: string; value: string },
): Iterable<Problem> {
    const [amount, most] = [thousandths(found), thousandths(bound.value)];
    if (amount !== undefined && most !== undefined && amount > most) {
        yield {
            argument,
            found,
            why: `which is above ${bound.argument} (${bound.value})`,
            remedy: `Set at most ${bound.value}, or raise ${bound.argument}`,
        };
    }
}
