/** Properties that remember by their paths what is read of them, each path as its names and indices. */
export function traced<T extends object>(properties: T, read: (path: readonly string[]) => void): T {
    return wrap(properties, []);

    function wrap<Part extends object>(part: Part, path: readonly string[]): Part {
        return new Proxy(part, {
            get(target, name) {
                const value: unknown = Reflect.get(target, name);
                if (typeof name === "symbol" || !Object.hasOwn(target, name)) return value;
                const inner = [...path, name];
                read(inner);
                return typeof value === "object" && value !== null ? wrap(value, inner) : value;
            },
        });
    }
}

/** Whether a path of `ignoreChanges`, such as `pools[*].count` or `tags["a.b"]`, has a property that was read in it. */
export function covers(ignored: string, read: readonly string[]): boolean {
    const names = [...ignored.matchAll(/\["((?:[^"\\]|\\.)*)"\]|\[(\d+|\*)\]|([^.[\]]+)/g)].map(
        ([, quoted, index, name]) => quoted ?? index ?? name ?? "",
    );
    return (
        names.length > 0 && names.length <= read.length && names.every((name, at) => name === "*" || name === read[at])
    );
}
