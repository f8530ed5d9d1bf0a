import type { PropertyMap } from "../../sandbox/providers/property";
import { policies } from "../../policy-pack/policies";
import { evaluate } from "../policy-pack/policy-tester";
import { type Control, type Standard, controls, standards } from "./pod-security-controls";
import { typeToken } from "./workload-kinds";

const judging = policies.filter(({ name }) => controls.some((control) => control.policies.includes(name)));

/** The breaches of each standard that the policies find in an object, by the words of Pod Security Admission. */
export async function foundBreaches(object: PropertyMap): Promise<Record<Standard, readonly string[]>> {
    const verdicts = await evaluate({ type: typeToken(object), props: object }, { of: judging });
    const undecided = [...verdicts.values()].flatMap(({ undetermined }) => undetermined);
    if (undecided.length > 0) throw new Error(`everything is known of the object, but ${undecided.join(", ")}`);
    const isBroken = ({ policies: names }: Control) =>
        names.some((name) => verdicts.get(name)?.violations.length !== 0);
    const broken = controls.filter(isBroken);
    return { baseline: named(broken, "baseline"), restricted: named(broken, "restricted") };
}

function named(broken: readonly Control[], standard: Standard): string[] {
    const held = controls.filter((control) => standards.indexOf(control.standard) <= standards.indexOf(standard));
    const nameOf = ({ breach }: Control) => held.find(({ covers }) => covers === breach)?.breach ?? breach;
    return [...new Set(broken.filter((control) => held.includes(control)).map(nameOf))].sort();
}
