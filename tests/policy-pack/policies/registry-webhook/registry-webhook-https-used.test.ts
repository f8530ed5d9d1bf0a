import { registryWebhookHttpsUsed } from "../../../../policy-pack/policies/registry-webhook/registry-webhook-https-used";
import { testPolicy, UNKNOWN, type Registered } from "../../policy-tester";

function webhook(serviceUri: unknown): Registered {
    return { type: "azure-native:containerregistry:Webhook", props: { actions: ["push"], serviceUri } };
}

function classicWebhook(serviceUri: unknown): Registered {
    return {
        type: "azure:containerservice/registryWebhook:RegistryWebhook",
        props: { actions: ["push"], serviceUri },
    };
}

const message =
    "`serviceUri` is not an `https` URL, and what it sends can be read on its way; set it to an `https` URL.";

testPolicy(registryWebhookHttpsUsed, {
    compliant: {
        "an `https` URL": webhook("https://deploy.example.com/hook"),
        "blanks around it": webhook(" https://deploy.example.com/hook\n"),
        "another case": webhook("HTTPS://deploy.example.com/hook"),
        "an `https` URL (classic)": classicWebhook("https://deploy.example.com/hook"),
    },
    violating: {
        "an `http` URL with a secret": { ...webhook("http://deploy:secret@example.com/secret?token=secret"), message },
        "an `http` URL (classic)": { ...classicWebhook("http://deploy.example.com"), message },
        "a URL in the query of another": { ...webhook("http://example.com?to=https://example.com"), message },
        "a word that begins so": { ...webhook("httpsx"), message },
        "an empty text": { ...webhook(""), message },
        unset: {
            type: "azure-native:containerregistry:Webhook",
            props: { actions: ["push"] },
            message: "`serviceUri` is unset; set it to an `https` URL.",
        },
        null: { ...webhook(null), message: "`serviceUri` is unset; set it to an `https` URL." },
        "a number": { ...webhook(7), message: "`serviceUri` is a number; set it to a string." },
    },
    undetermined: {
        "an unknown URL": { ...webhook(UNKNOWN), undetermined: ["`serviceUri` is not known before the update"] },
    },
});
