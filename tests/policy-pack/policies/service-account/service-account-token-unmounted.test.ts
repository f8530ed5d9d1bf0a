import { serviceAccountTokenUnmounted } from "../../../../policy-pack/policies/service-account/service-account-token-unmounted";
import { object } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const metadata = { name: "shop", namespace: "shop" };
const account = (automountServiceAccountToken?: unknown) =>
    object("v1", "ServiceAccount", { metadata, automountServiceAccountToken });
const path = "`automountServiceAccountToken`";
const unset = `${path} is unset, and every pod of the account then mounts its token; set it to \`false\`.`;

testPolicy(serviceAccountTokenUnmounted, {
    compliant: {
        "`false`": account(false),
        "a patch that says nothing of it": object("v1", "ServiceAccountPatch", { metadata }),
    },
    violating: {
        "`true`": { ...account(true), message: `${path} is \`true\`; set it to \`false\`.` },
        unset: { ...object("v1", "ServiceAccount", { metadata }), message: unset },
        null: { ...account(null), message: unset },
        "a text": {
            ...account("false"),
            message: `${path} is a string; set it to \`true\` or \`false\`, without quotes.`,
        },
        "an account in a list": {
            ...object("v1", "ServiceAccountList", { items: [{ metadata, automountServiceAccountToken: true }] }),
            message: "`items[0].automountServiceAccountToken` is `true`; set it to `false`.",
        },
        "a patch that mounts it": {
            ...object("v1", "ServiceAccountPatch", { metadata, automountServiceAccountToken: true }),
            message: `${path} is \`true\`; set it to \`false\`.`,
        },
    },
    undetermined: {
        "an unknown value": { ...account(UNKNOWN), undetermined: [`${path} is not known before the update`] },
    },
});
