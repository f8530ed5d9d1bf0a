/**
 * Nodes in one zone fail together when a data center does.
 *
 * Checked property:  AgentPool `availabilityZones`
 * Compliant values:  at least as many zones as configured
 * When unset:        violation (AKS puts the nodes into no zone in particular)
 */
import { missing } from "../../message";
import { check, definePolicy } from "../../policy";
import { Undetermined, type Property } from "../../property";
import { agentPool } from "../../resources/agent-pool";

interface Config {
    readonly minimumZones: number;
}

/** How many different zones a list has; entries that are not known matter only where the others are too few. */
function differentZones(zones: readonly Property[], enough: number): number {
    const known = zones.filter(({ isKnown }) => isKnown).map((zone) => zoneOf(zone));
    const different = new Set(known.filter((zone) => zone !== undefined)).size;
    const unknown = zones.find(({ isKnown }) => !isKnown);
    if (different < enough && unknown !== undefined) throw new Undetermined(unknown.path);
    return different;
}

/** A zone is text for Azure, and is often written as a number. */
function zoneOf(zone: Property): string | undefined {
    return typeof zone.value === "number" ? String(zone.value) : zone.string();
}

export const nodePoolZonesSpread = definePolicy<Config>({
    name: "node-pool-zones-spread",
    description: "Node pools of AKS clusters should be spread over availability zones.",
    remediationSteps: "Recreate the pool in three zones of its region.",
    severity: "low",
    practice: "beyond",
    equivalents: ["psrule:AZR-000021"],
    advisory: "not every region has zones, and zones can only be chosen for a new pool",
    configSchema: {
        properties: {
            minimumZones: {
                type: "integer",
                minimum: 1,
                maximum: 3,
                default: 2,
                description: "The fewest zones that pass.",
            },
        },
    },
    checks: [
        check(agentPool, function* ({ availabilityZones }, { minimumZones }) {
            const consequence = "and the failure of a data center then takes all nodes with it";
            const advice = minimumZones === 1 ? "a zone" : `${minimumZones} zones or more`;
            const count = differentZones(availabilityZones.effective, minimumZones);
            if (count >= minimumZones) return;
            if (count === 0) yield missing(availabilityZones, { consequence, advice });
            else {
                const found = count === 1 ? "1 zone" : `${count} zones`;
                yield `\`${availabilityZones.path}\` is a list with ${found}, ${consequence}; set it to ${advice}.`;
            }
        }),
    ],
});
