/** Whether a number is none of some ports and ranges such as "443" and "8000-8999", as an expression of CEL. */
export function outside(number: string, ranges: readonly string[]): string {
    const conditions = ranges.map((range) => {
        const [first = "", last = first] = range.split("-");
        return first === last ? `${number} == ${first}` : `(${number} >= ${first} && ${number} <= ${last})`;
    });
    return `!(${conditions.join(" || ")})`;
}
