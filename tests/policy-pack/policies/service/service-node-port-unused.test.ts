import { serviceNodePortUnused } from "../../../../policy-pack/policies/service/service-node-port-unused";
import { object, service } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

testPolicy(serviceNodePortUnused, {
    compliant: {
        unset: service(),
        null: service({ "spec.type": null }),
        "no specification": service({ spec: undefined }),
        ClusterIP: service({ "spec.type": "ClusterIP" }),
        ExternalName: service({ "spec.type": "ExternalName" }),
        "a patch": object("v1", "ServicePatch", { metadata: { namespace: "shop" }, spec: {} }),
    },
    violating: {
        NodePort: {
            ...service({ "spec.type": "NodePort" }),
            message: "`spec.type` is `NodePort`, which opens a port on every node; set it to `ClusterIP`.",
        },
        "one of a list": {
            ...object("v1", "ServiceList", { items: [service().props, service({ "spec.type": "NodePort" }).props] }),
            message: "`items[1].spec.type` is `NodePort`, which opens a port on every node; set it to `ClusterIP`.",
        },
        "a patch to it": {
            ...object("v1", "ServicePatch", { metadata: { namespace: "shop" }, spec: { type: "NodePort" } }),
            message: "`spec.type` is `NodePort`, which opens a port on every node; set it to `ClusterIP`.",
        },
        "a list in place of a type": {
            ...service({ "spec.type": ["NodePort"] }),
            also: ["service-load-balancer-internal"],
            message: "`spec.type` is a list; set it to a string.",
        },
    },
    undetermined: {
        "a type that is not known": {
            ...service({ "spec.type": UNKNOWN }),
            undetermined: ["`spec.type` is not known before the update"],
        },
    },
});
