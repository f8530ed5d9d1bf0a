import { serviceExternalIpsLimited } from "../../../../policy-pack/policies/service/service-external-ips-limited";
import { object, service } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const config = { allowedExternalIPs: ["10.0.0.7", "10.0.0.8"] };

testPolicy(serviceExternalIpsLimited, {
    compliant: {
        unset: service(),
        null: service({ "spec.externalIPs": null }),
        "an empty list": service({ "spec.externalIPs": [] }),
        "an element that is null": service({ "spec.externalIPs": [null] }),
        "allowed addresses": { ...service({ "spec.externalIPs": ["10.0.0.8", "10.0.0.7"] }), config },
    },
    violating: {
        "an address": {
            ...service({ "spec.externalIPs": ["203.0.113.7"] }),
            message: "`spec.externalIPs[0]` is `203.0.113.7`, whose traffic the service then gets; leave it unset.",
        },
        "another address than those that are allowed": {
            ...service({ "spec.externalIPs": ["10.0.0.7", "10.0.0.78"] }),
            config,
            message:
                "`spec.externalIPs[1]` is `10.0.0.78`, whose traffic the service then gets; set it to `10.0.0.7` or `10.0.0.8`.",
        },
        "another address than those of a list that is as long as a message can bear": {
            ...service({ "spec.externalIPs": ["10.1.0.7"] }),
            config: { allowedExternalIPs: ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"] },
            message:
                "`spec.externalIPs[0]` is `10.1.0.7`, whose traffic the service then gets; set it to `a`, `b`, `c`, `d`, `e`, `f`, `g`, `h`, `i` or `j`.",
        },
        "another address than those of a long list": {
            ...service({ "spec.externalIPs": ["10.1.0.7"] }),
            config: { allowedExternalIPs: Array.from({ length: 11 }, (_, index) => `10.0.0.${index}`) },
            message:
                "`spec.externalIPs[0]` is `10.1.0.7`, whose traffic the service then gets; set it to an address of `allowedExternalIPs`.",
        },
        "one of a list": {
            ...object("v1", "ServiceList", {
                items: [service().props, service({ "spec.externalIPs": ["10.0.0.7"] }).props],
            }),
            message:
                "`items[1].spec.externalIPs[0]` is `10.0.0.7`, whose traffic the service then gets; leave it unset.",
        },
        "a patch": {
            ...object("v1", "ServicePatch", {
                metadata: { namespace: "shop" },
                spec: { externalIPs: ["10.0.0.7"] },
            }),
            message: "`spec.externalIPs[0]` is `10.0.0.7`, whose traffic the service then gets; leave it unset.",
        },
        "a text in place of a list": {
            ...service({ "spec.externalIPs": "10.0.0.7" }),
            message: "`spec.externalIPs` is a string; set it to a list.",
        },
    },
    undetermined: {
        "an address that is not known, and refuses the other": {
            ...service({ "spec.externalIPs": [UNKNOWN, "10.0.0.7"] }),
            undetermined: ["`spec.externalIPs[0]` is not known before the update"],
            violations: ["`spec.externalIPs[1]` is `10.0.0.7`, whose traffic the service then gets; leave it unset."],
        },
    },
});
