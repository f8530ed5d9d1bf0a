/** Stands in for that of the pack: what is remembered of a type would outlive the mutant that it was found with. */
export function byType<T>(find: (type: string) => T): (type: string) => T {
    return find;
}
