import { changedArguments, given, plain, withoutUnknown, type MadeWith } from "../arguments/made-with";
import type { EncryptionKeysArgs } from "./encryption-keys-args";

/** What own keys are made with: where the disk encryption set is. */
export function madeWith({ resourceGroupName, location }: EncryptionKeysArgs): MadeWith {
    return withoutUnknown({
        resourceGroupName: plain(resourceGroupName, given),
        location: plain(location)?.replaceAll(" ", ""),
    });
}

/** Why a disk encryption set stays where it is, or `undefined`. */
export function refusedPlace(before: MadeWith, after: MadeWith): string | undefined {
    const changed = changedArguments(before, after);
    return (
        changed &&
        `${changed} The disk encryption set would be another one, and with it every cluster whose disks it encrypts. Take the ` +
            "change back, or make keys under another name for a new cluster."
    );
}
