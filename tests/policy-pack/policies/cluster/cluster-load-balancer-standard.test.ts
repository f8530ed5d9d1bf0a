import { clusterLoadBalancerStandard } from "../../../../policy-pack/policies/cluster/cluster-load-balancer-standard";
import { classicCluster, cluster } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const message =
    "`networkProfile.loadBalancerSku` is `basic`, which Azure retired on 30 September 2025; set it to `standard`.";

testPolicy(clusterLoadBalancerStandard, {
    compliant: {
        "a standard one": cluster({ "networkProfile.loadBalancerSku": "standard" }),
        "another case": cluster({ "networkProfile.loadBalancerSku": "Standard" }),
        unset: cluster(),
        null: cluster({ "networkProfile.loadBalancerSku": null }),
        "unset (classic)": classicCluster(),
    },
    violating: {
        "a basic one": { ...cluster({ "networkProfile.loadBalancerSku": "basic" }), message },
        "a basic one in another case": { ...cluster({ "networkProfile.loadBalancerSku": "Basic" }), message },
        "a list": {
            ...cluster({ "networkProfile.loadBalancerSku": [] }),
            message: "`networkProfile.loadBalancerSku` is a list; set it to a string.",
        },
        "a basic one (classic)": { ...classicCluster({ "networkProfile.loadBalancerSku": "basic" }), message },
    },
    undetermined: {
        "an unknown value": {
            ...cluster({ "networkProfile.loadBalancerSku": UNKNOWN }),
            undetermined: ["`networkProfile.loadBalancerSku` is not known before the update"],
        },
    },
});
