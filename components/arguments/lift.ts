import * as pulumi from "@pulumi/pulumi";

/** Applies a function to a value that may come late; a plain value stays plain, so that it is known at once. */
export function lift<T, R>(value: pulumi.Input<T>, change: (value: T) => R): pulumi.Input<R> {
    return pulumi.Output.isInstance(value) || value instanceof Promise
        ? pulumi.output(value as Promise<T>).apply((known) => change(known as T))
        : change(value);
}
