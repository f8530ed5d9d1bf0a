import type * as pulumi from "@pulumi/pulumi";

/** Least severity of an alert that is mailed. */
export const AlertSeverity = {
    High: "High",
    Medium: "Medium",
    Low: "Low",
} as const;
export type AlertSeverity = (typeof AlertSeverity)[keyof typeof AlertSeverity];

/** Who hears of threats. The plan itself has nothing to choose. */
export interface ThreatDetectionArgs {
    /**
     * Addresses that alerts are mailed to, beside the owners of the subscription. Default: nobody is mailed, and what
     * the subscription has set is left as it is. A subscription has one list of addresses: this one replaces it.
     *
     * @default - left as it is
     */
    alertEmails?: pulumi.Input<pulumi.Input<string>[]>;

    /**
     * Least severity of an alert that is mailed. Default: High. A lower one sends more mails.
     *
     * @default AlertSeverity.High
     */
    minimalAlertSeverity?: AlertSeverity;

    /**
     * Azure region that keeps the record of the deployment; the plan has none. Default: the location of the provider's
     * configuration.
     *
     * @default - `azure-native:location`
     */
    location?: pulumi.Input<string>;

    /** Tags of the record of the deployment. Default: none. */
    tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
