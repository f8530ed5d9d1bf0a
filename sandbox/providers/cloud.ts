import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";

import { UserError, messageOf } from "../user-error";
import type { PropertyMap } from "./property";

/** A resource that exists in the pretend cloud. */
export interface CloudResource {
    /** ARM id, or the id of the directory object. */
    readonly id: string;
    /** Type token, unversioned. */
    readonly token: string;
    /** What the cloud answers when the resource is read. */
    outputs: PropertyMap;
    /** What the last request said; some of it is never answered, such as passwords. */
    inputs: PropertyMap;
}

/** Everything that exists, kept in one JSON file so that the next command finds it. */
export class Cloud {
    private resources = new Map<string, CloudResource>();
    private seen: string | undefined;
    private readonly listeners: (() => void)[] = [];

    constructor(private readonly file: string) {}

    /** The resource of that id; ids of ARM do not distinguish case. */
    get(id: string): CloudResource | undefined {
        this.load();
        return this.resources.get(keyOf(id));
    }

    /** All resources that satisfy the condition. */
    filter(condition: (resource: CloudResource) => boolean): CloudResource[] {
        this.load();
        return [...this.resources.values()].filter(condition);
    }

    /** All resources of a type. */
    ofType(token: string): CloudResource[] {
        return this.filter((resource) => resource.token === token);
    }

    /** Adds the resource, or replaces the one of that id. */
    put(resource: CloudResource): void {
        this.load();
        this.resources.set(keyOf(resource.id), resource);
        this.save();
    }

    /** Removes the resource and everything below it. */
    remove(id: string): void {
        this.load();
        const key = keyOf(id);
        for (const candidate of [...this.resources.keys()]) {
            if (candidate === key || candidate.startsWith(`${key}/`)) this.resources.delete(candidate);
        }
        this.save();
    }

    /** Calls the listener whenever something was added or removed here. */
    onChange(listener: () => void): void {
        this.listeners.push(listener);
    }

    /** Another command, or a test, may have changed the file meanwhile. */
    private load(): void {
        const current = this.stamp();
        if (current === this.seen) return;
        this.seen = current;
        this.resources = new Map();
        if (current === undefined) return;
        try {
            const content = JSON.parse(readFileSync(this.file, "utf8")) as { resources: CloudResource[] };
            for (const resource of content.resources) this.resources.set(keyOf(resource.id), resource);
        } catch (error) {
            throw new UserError(`${this.file} cannot be read (${messageOf(error)}); start anew with --fresh`);
        }
    }

    private save(): void {
        const temporary = `${this.file}.${process.pid}`;
        writeFileSync(temporary, JSON.stringify({ resources: [...this.resources.values()] }, undefined, 1));
        renameSync(temporary, this.file);
        this.seen = this.stamp();
        for (const listener of this.listeners) listener();
    }

    private stamp(): string | undefined {
        if (!existsSync(this.file)) return undefined;
        const { mtimeNs, ino } = statSync(this.file, { bigint: true });
        return `${mtimeNs}-${ino}`;
    }
}

function keyOf(id: string): string {
    return id.toLowerCase();
}
