/** What is found for a type token, looked for once. */
export function byType<T>(find: (type: string) => T): (type: string) => T {
    const known = new Map<string, T>();
    return (type) => {
        if (!known.has(type)) known.set(type, find(type));
        return known.get(type) as T;
    };
}
