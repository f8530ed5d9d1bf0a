/** What is found for a type token, looked for once. */
export function byType<T>(find: (type: string) => T): (type: string) => T {
    const known = new Map<string, T>();
    return (type) => {
        const found = known.has(type) ? (known.get(type) as T) : find(type);
        known.set(type, found);
        return found;
    };
}
