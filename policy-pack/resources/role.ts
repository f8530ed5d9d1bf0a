import { some } from "../policy";
import type { Property } from "../property";
import type { ResourceKind } from "../policy";
import { kubernetesObject } from "./kubernetes-object";

const rbac = /rbac\.authorization\.k8s\.io\/\w+/;

/** One rule of a Role or ClusterRole. */
export interface RoleRule {
    /** The rule itself. */
    readonly property: Property;
    /** Whether it is of a ClusterRole, and so can reach what has no namespace. */
    readonly isClusterWide: boolean;
}

const role = kubernetesObject("Role", rbac, ["Role", "ClusterRole"], (object, { kind }) => ({ object, kind }));

/** The rules of Role and ClusterRole. */
export const roleRule: ResourceKind<RoleRule> = {
    ...role,
    *views(resource) {
        for (const { object, kind } of role.views(resource)) {
            for (const property of object.at("rules").elements()) {
                yield { property, isClusterWide: kind === "ClusterRole" };
            }
        }
    },
};

/** The selectors of a ClusterRole that Kubernetes fills with the rules of others. */
export const aggregatedRoles: ResourceKind<Property> = {
    ...role,
    *views(resource) {
        for (const { object } of role.views(resource)) {
            yield* object.in("aggregationRule", "clusterRoleSelectors").elements();
        }
    },
};

/** Rights that a rule may grant. */
export interface Rights {
    /** API groups, `""` for the core group. */
    readonly apiGroups: readonly string[];
    /** Resources, a subresource after a slash. */
    readonly resources: readonly string[];
    /** Verbs. */
    readonly verbs: readonly string[];
}

/** Whether a rule grants one of the verbs on one of the resources, as the API server reads wildcards. */
export function grants({ property }: RoleRule, { apiGroups, resources, verbs }: Rights): boolean {
    return (
        includesAny(property.at("apiGroups"), apiGroups) &&
        includesAny(property.at("resources"), resources.flatMap(withSubresourceWildcard)) &&
        includesAny(property.at("verbs"), verbs)
    );
}

function includesAny(list: Property, values: readonly string[]): boolean {
    const conditions = list.elements().map((element) => () => {
        const value = element.string();
        return value === "*" || values.includes(value ?? "");
    });
    return some(...conditions);
}

function withSubresourceWildcard(resource: string): string[] {
    return [resource, resource.replace(/[^/]+/, "*")];
}

/** A RoleBinding or ClusterRoleBinding. */
export interface RoleBinding {
    /** The kind of the role that is bound. */
    readonly roleKind: Property;
    /** The name of the role that is bound. */
    readonly roleName: Property;
    /** To whom it is bound. */
    readonly subjects: Property;
}

/** RoleBinding and ClusterRoleBinding. */
export const roleBinding = kubernetesObject(
    "RoleBinding",
    rbac,
    ["RoleBinding", "ClusterRoleBinding"],
    (object): RoleBinding => ({
        roleKind: object.in("roleRef", "kind"),
        roleName: object.in("roleRef", "name"),
        subjects: object.at("subjects"),
    }),
);
