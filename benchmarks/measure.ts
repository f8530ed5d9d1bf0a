/** A pair of things to time: what is measured, and what it is held against. */
export interface Benchmark {
    name: string;
    /** What the ratio should stay below. */
    aim: number;
    /** Of what is compared. Default: seconds. */
    unit?: string;
    /** Counted pairs, after one that is not counted. */
    pairs: number;
    /** Timed; or it measures by itself what is compared, and says the number. */
    subject: () => Promise<unknown>;
    baseline: () => Promise<unknown>;
    /** Undoes what both needed. */
    close?: () => Promise<void> | void;
}

/** Seconds and their ratio, as medians. */
export interface Result {
    name: string;
    aim: number;
    unit: string;
    subject: number;
    baseline: number;
    /** Median of the ratios of each pair, so that a machine that gets slower in between does not show. */
    ratio: number;
    lowest: number;
    highest: number;
}

/** Runs subject and baseline in turn, pair by pair. */
export async function measure({ name, aim, unit = "s", pairs, subject, baseline, close }: Benchmark): Promise<Result> {
    const times: { subject: number; baseline: number }[] = [];
    try {
        for (let pair = 0; pair <= pairs; pair++) {
            // Who goes first changes from pair to pair: the second finds warmer caches.
            const first = pair % 2 === 0 ? await seconds(subject) : await seconds(baseline);
            const second = pair % 2 === 0 ? await seconds(baseline) : await seconds(subject);
            if (pair > 0) {
                times.push(
                    pair % 2 === 0 ? { subject: first, baseline: second } : { subject: second, baseline: first },
                );
            }
        }
    } finally {
        await close?.();
    }
    const ratios = times.map((time) => time.subject / time.baseline);
    return {
        name,
        aim,
        unit,
        subject: median(times.map((time) => time.subject)),
        baseline: median(times.map((time) => time.baseline)),
        ratio: median(ratios),
        lowest: Math.min(...ratios),
        highest: Math.max(...ratios),
    };
}

async function seconds(run: Benchmark["subject"]): Promise<number> {
    const start = process.hrtime.bigint();
    const measured = await run();
    if (typeof measured === "number") {
        return measured;
    }
    return Number(process.hrtime.bigint() - start) / 1e9;
}

function median(values: readonly number[]): number {
    const sorted = [...values].sort((one, other) => one - other);
    const middle = sorted.length / 2;
    const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
    return ((low ?? 0) + (high ?? 0)) / 2;
}
