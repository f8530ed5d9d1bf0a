/** More would wait for the API server anyway. */
const width = 8;

/** Runs `body` for all items, several at once, and answers in their order. */
export async function atOnce<Item, Answer>(
    items: readonly Item[],
    body: (item: Item) => Promise<Answer>,
): Promise<Answer[]> {
    const answers: Answer[] = [];
    const waiting = items.entries();
    const work = async () => {
        for (const [index, item] of waiting) answers[index] = await body(item);
    };
    await Promise.all(Array.from({ length: width }, work));
    return answers;
}
