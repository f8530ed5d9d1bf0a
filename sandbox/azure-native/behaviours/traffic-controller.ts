import { textOf, valueAt } from "../../providers/property";
import { hexOf } from "../../providers/guid";
import type { ResourceBehaviour } from "../behaviour";
import { ruleSetsOf } from "./firewall-policy";
import { isDelegatedTo } from "./network";
import { badRequest, childrenOf, kept, requireReference, usersOf } from "./reference";

const delegate = "Microsoft.ServiceNetworking/trafficControllers";
const parentOf = (id: string, kind: string) => id.slice(0, id.toLowerCase().lastIndexOf(`/${kind.toLowerCase()}/`));

/** An Application Gateway for Containers: lists what hangs on it. */
export const trafficController: ResourceBehaviour = {
    answer: ({ id, inputs, existing }) => ({
        configurationEndpoints: kept(
            existing,
            () => [`${hexOf(32, id)}.trafficcontroller.${textOf(inputs.location)}.azure.com`],
            "configurationEndpoints",
        ),
    }),
    current: ({ id }, cloud) => {
        const ids = (kind: string) => childrenOf(cloud, id, kind).map((child) => ({ id: child.id }));
        return {
            associations: ids("associations"),
            frontends: ids("frontends"),
            securityPolicies: ids("securityPolicies"),
        };
    },
};

/** Needs a subnet of at least 256 addresses that is handed over to it. */
export const association: ResourceBehaviour = {
    refuse: ({ id, inputs, cloud }) => {
        const siblings = childrenOf(cloud, parentOf(id, "associations"), "associations");
        if (siblings.some((other) => other.id.toLowerCase() !== id.toLowerCase())) {
            badRequest("An Application Gateway for Containers can have one association.");
        }
        const subnet = requireReference(cloud, id, inputs.subnet);
        if (subnet === undefined) badRequest(`Association ${id} needs a subnet.`);
        if (!isDelegatedTo(subnet, delegate)) badRequest(`Subnet ${subnet.id} is not delegated to ${delegate}.`);
        const prefix = Number(textOf(subnet.outputs.addressPrefix).split("/")[1] ?? 0);
        if (prefix > 24) badRequest(`Subnet ${subnet.id} has too few addresses: an association needs a /24.`);
        const [user] = usersOf(cloud, subnet.id, ["azure-native:servicenetworking:AssociationsInterface"]);
        if (user !== undefined && user.id.toLowerCase() !== id.toLowerCase()) {
            badRequest(`Subnet ${subnet.id} is already used by ${user.id}.`);
        }
    },
};

/** Gets a name in DNS, which stays as long as it does. */
export const frontend: ResourceBehaviour = {
    answer: ({ id, existing }) => ({ fqdn: kept(existing, () => `${hexOf(16, id)}.fz01.alb.azure.com`, "fqdn") }),
};

/** Says which firewall policies may be used; those for older rules may not. */
export const securityPolicy: ResourceBehaviour = {
    refuse: ({ id, inputs, cloud }) => {
        const policy = requireReference(cloud, id, valueAt(inputs, "wafPolicy"));
        if (policy === undefined) badRequest(`Security policy ${id} needs a policy of a web application firewall.`);
        if (ruleSetsOf(policy.outputs).some(({ ruleSetType }) => ruleSetType === "OWASP")) {
            badRequest(`The rules of ${policy.id} are not supported by Application Gateway for Containers.`);
        }
    },
    answer: () => ({ policyType: "waf" }),
};
