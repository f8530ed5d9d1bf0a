/**
 * A webhook by HTTP tells everybody on its way which images there are, and the secret that says who it is.
 *
 * Checked property:  Webhook `serviceUri`
 * Compliant values:  an `https` URL
 * When unset:        violation (a webhook without a URL tells nobody)
 */
import { check, definePolicy } from "../../policy";
import { registryWebhook } from "../../resources/registry-webhook";

export const registryWebhookHttpsUsed = definePolicy({
    name: "registry-webhook-https-used",
    description: "Webhooks of container registries must call HTTPS.",
    remediationSteps: "Give the webhook an `https` URL.",
    severity: "medium",
    practice: 8,
    equivalents: ["checkov:CKV2_AZURE_30"],
    checks: [
        check(registryWebhook, function* ({ serviceUri }) {
            const found = serviceUri.string();
            if (found !== undefined && /^https:\/\//i.test(found.trim())) return;
            // Never the URL itself: many carry the secret that lets them in.
            const words =
                found === undefined ? "unset" : "not an `https` URL, and what it sends can be read on its way";
            yield `\`${serviceUri.path}\` is ${words}; set it to an \`https\` URL.`;
        }),
    ],
});
