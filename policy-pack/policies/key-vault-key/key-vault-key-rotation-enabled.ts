/**
 * A key that nobody replaces protects more and more, and who copied it once reads all of that for ever.
 *
 * Checked property:  Key `properties.rotationPolicy.lifetimeActions`
 * Compliant values:  an action of type `rotate`, with the time when it is done
 * When unset:        violation (keys are kept as they are by default)
 */
import { check, definePolicy } from "../../policy";
import { vaultKey } from "../../resources/vault-key";

export const keyVaultKeyRotationEnabled = definePolicy({
    name: "key-vault-key-rotation-enabled",
    description: "Keys in key vaults should be rotated by the vault.",
    remediationSteps: "Give the key a rotation policy that makes a new version before long.",
    severity: "medium",
    practice: "beyond",
    equivalents: ["psrule:AZR-000123"],
    advisory: "who is given a version of a key, as a cluster that encrypts etcd, has to be given each new one by hand",
    checks: [
        check(vaultKey, function* ({ rotation, rotations }) {
            const [time] = rotations();
            if (time !== undefined) return;
            const found = rotation.isGiven ? "without a time for a new version" : "unset";
            yield `\`${rotation.path}\` is ${found}, and nobody makes a new version of the key; set it to a rotation, every year for example.`;
        }),
    ],
});
