/**
 * The admin user is one account with two passwords, that may do everything and that nobody can be told apart by.
 *
 * Checked property:  Registry `adminUserEnabled`
 * Compliant values:  `false`
 * When unset:        compliant (there is no admin user by default)
 */
import { mustBe } from "../../message";
import { check, definePolicy, remedy } from "../../policy";
import { registry } from "../../resources/registry";

export const registryAdminUserDisabled = definePolicy({
    name: "registry-admin-user-disabled",
    description: "Container registries must have no admin user.",
    remediationSteps: "Disable the admin user and give the kubelet identity the role AcrPull.",
    severity: "high",
    practice: 8,
    equivalents: ["azure-policy:dc921057-6b28-4fbe-9b83-f7bec05db6c2", "psrule:AZR-000005", "checkov:CKV_AZURE_137"],
    checks: [
        check(registry, function* ({ adminUserEnabled }) {
            yield* mustBe(adminUserEnabled, false);
        }),
    ],
    remedies: [remedy(registry, ({ adminUserEnabled }) => [adminUserEnabled], false)],
});
