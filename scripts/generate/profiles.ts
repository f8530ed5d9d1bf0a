import { policies } from "../../policy-pack/policies";
import type { Policy } from "../../policy-pack/policy";
import type { Generator } from "./generator";

type Levels = Readonly<Record<string, string>>;

const levelOf = (of: (policy: Policy) => string | undefined): Levels =>
    Object.fromEntries(
        policies.flatMap((policy) => {
            const level = of(policy);
            return level === undefined || level === policy.enforcementLevel ? [] : [[policy.name, level]];
        }),
    );

const isGrave = ({ severity }: Policy) => severity === "high" || severity === "critical";
const isOfTheTen = ({ practice }: Policy) => practice !== undefined && practice !== "beyond";
/** Operators and controllers cannot do without some of the rights that these judge: they stay advice. */
const isOfRoles = ({ kinds }: Policy) => kinds.includes("Role");

/** Ready configurations, each as a rule over what the policies state. */
const profiles: Readonly<Record<string, Levels>> = {
    /** What is grave is refused, the rest is told. A firewall may watch for a while before it blocks. */
    starting: {
        ...levelOf((policy) => (isGrave(policy) ? undefined : "advisory")),
        "waf-policy-prevention-enabled": "advisory",
    },
    /** What is advice because it takes some work is demanded: private, restricted, watched. */
    production: levelOf((policy) =>
        isOfTheTen(policy) && policy.severity !== "low" && !isOfRoles(policy) ? "mandatory" : undefined,
    ),
    /** Everything is demanded: what is different is exempt, with a reason and a last day. */
    regulated: {
        all: "mandatory",
        ...Object.fromEntries(
            policies.filter(({ practice }) => practice === undefined).map(({ name }) => [name, "advisory"]),
        ),
    },
};

/** The profiles of the pack, as files that `--policy-pack-config` takes. */
export const policyProfiles: Generator = {
    name: "profiles",
    files: () =>
        Object.entries(profiles).map(([name, levels]) => ({
            path: `policy-pack/profiles/${name}.json`,
            render: () => JSON.stringify(levels, undefined, 2),
        })),
};
