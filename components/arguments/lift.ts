import * as pulumi from "@pulumi/pulumi";

/** Applies a function to a value that may come late; a plain value stays plain, so that it is known at once. */
export function lift<T, R>(value: pulumi.Input<T>, change: (value: T) => R): pulumi.Input<R> {
    return pulumi.Output.isInstance(value) || value instanceof Promise
        ? pulumi.output(value as Promise<T>).apply((known) => change(known as T))
        : change(value);
}

/** The same for a value with others inside of it, any of which may come late. */
export function liftAll<T, R>(value: T, change: (value: pulumi.Unwrap<T>) => R): pulumi.Input<R> {
    return isPlain(value) ? change(value as pulumi.Unwrap<T>) : pulumi.output(value).apply(change);
}

function isPlain(value: unknown): boolean {
    if (pulumi.Output.isInstance(value) || value instanceof Promise) {
        return false;
    }
    return typeof value !== "object" || value === null || Object.values(value).every(isPlain);
}
