/**
 * An upgrade that does not begin within its window waits for the next one: short windows leave nodes unpatched.
 *
 * Checked property:  MaintenanceConfiguration `maintenanceWindow.durationHours`; `timeInWeek[*].hourSlots`
 * Compliant values:  4 hours or more; 4 hours in a row or more on one day
 * When unset:        compliant (azure-native makes it 24 hours); without any window not applicable
 */
import { quote } from "../../message";
import { check, definePolicy, each, notApplicable } from "../../policy";
import { maintenanceConfiguration } from "../../resources/maintenance-configuration";

/** What AKS recommends for upgrades by its channels. */
const leastHours = 4;

const consequence = "and updates may then find no time and wait for the next window";

export const maintenanceConfigurationWindowSufficient = definePolicy({
    name: "maintenance-configuration-window-sufficient",
    description: "Maintenance windows of AKS clusters must be at least four hours long.",
    remediationSteps: "Open the window for at least four hours.",
    severity: "low",
    practice: 4,
    equivalents: [],
    checks: [
        check(maintenanceConfiguration, function* ({ durations, openDays }) {
            if (durations.length === 0 && openDays.length === 0) return notApplicable("it has no maintenance window");
            yield* each(durations, function* (duration) {
                const hours = duration.number();
                if (hours === undefined || hours >= leastHours) return;
                yield `\`${duration.path}\` is ${quote(String(hours))}, ${consequence}; set it to \`${leastHours}\` or more.`;
            });
            yield* each(openDays, function* ({ path, longest }) {
                const hours = longest();
                if (hours >= leastHours) return;
                yield `\`${path}\` has \`${hours}\` as its longest row of hours, ${consequence}; list \`${leastHours}\` in a row or more.`;
            });
        }),
    ],
});
