/** What a quantity means in Kubernetes, in billionths: the API server rounds up what is finer. */
export type Quantity = bigint;

const grammar =
    /^([+-]?)(?:(\d{1,40})(?:\.(\d{0,40}))?|\.(\d{1,40}))(?:(Ki|Mi|Gi|Ti|Pi|Ei)|([numkMGTPE])|[eE]([+-]?\d{1,5}))?$/;

/** How a maximum is configured: a quantity without a sign. */
export const quantityPattern = String.raw`^(?:\d+\.?\d*|\.\d+)(?:[KMGTPE]i|[numkMGTPE]|[eE][+-]?\d+)?$`;

/** The digits of a billionth. */
const scale = 9;

const binary = ["Ki", "Mi", "Gi", "Ti", "Pi", "Ei"];
const decimal: Readonly<Record<string, number>> = { n: -9, u: -6, m: -3, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 };

/** Kubernetes caps quantities far below: a larger exponent must not cost time. */
const largestExponent = 120;

/**
 * Reads a quantity of Kubernetes in any of its notations, such as `500m`, `1.5`, `128Mi`, `1e3`, or a number; `undefined`
 * for what is none. https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */
export function parseQuantity(value: unknown): Quantity | undefined {
    if (typeof value !== "number" && typeof value !== "string") return undefined;
    const parts = grammar.exec(String(value));
    if (parts === null) return undefined;
    const [, sign, whole = "", fraction = parts[4] ?? "", , power, suffix, exponent] = parts;
    const ten = exponent === undefined ? (decimal[suffix ?? ""] ?? 0) : Number(exponent);
    const two = 1024n ** BigInt(binary.indexOf(power ?? "") + 1);
    const digits = BigInt(`${whole}${fraction}`) * two;
    const places = scale + ten - fraction.length;
    const divisor = powerOfTen(-places);
    const size = (digits * powerOfTen(places) + divisor - 1n) / divisor;
    return sign === "-" ? -size : size;
}

function powerOfTen(exponent: number): bigint {
    return 10n ** BigInt(Math.min(Math.max(exponent, 0), largestExponent));
}
