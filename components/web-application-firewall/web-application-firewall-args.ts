import type * as pulumi from "@pulumi/pulumi";

/** Part of a request that rules leave out. */
export const FirewallMatchVariable = {
    RequestHeaderNames: "RequestHeaderNames",
    RequestHeaderKeys: "RequestHeaderKeys",
    RequestHeaderValues: "RequestHeaderValues",
    RequestCookieNames: "RequestCookieNames",
    RequestCookieKeys: "RequestCookieKeys",
    RequestCookieValues: "RequestCookieValues",
    RequestArgNames: "RequestArgNames",
    RequestArgKeys: "RequestArgKeys",
    RequestArgValues: "RequestArgValues",
} as const;
export type FirewallMatchVariable = (typeof FirewallMatchVariable)[keyof typeof FirewallMatchVariable];

/** How a selector is compared. */
export const FirewallSelectorOperator = {
    Equals: "Equals",
    StartsWith: "StartsWith",
    EndsWith: "EndsWith",
    Contains: "Contains",
} as const;
export type FirewallSelectorOperator = (typeof FirewallSelectorOperator)[keyof typeof FirewallSelectorOperator];

/**
 * A part of requests that rules do not look at, because they take something harmless in it for an attack.
 *
 * What it costs: nobody looks for that attack in that part of any request.
 */
export interface FirewallExclusionArgs {
    /** Part of the request, such as `RequestArgNames`. */
    matchVariable: FirewallMatchVariable;

    /** Name of the header, cookie or argument, or a part of it, such as `comment`. */
    selector: string;

    /**
     * How the selector is compared. Default: Equals.
     *
     * @default FirewallSelectorOperator.Equals
     */
    operator?: FirewallSelectorOperator;

    /** Group of the rules that leave it out, such as `SQLI`: the logs of the firewall name it. */
    ruleGroup: string;

    /** Rules of that group that leave it out, such as `942430`: the logs of the firewall name them. At least one. */
    ruleIds: string[];
}

/** How a web application firewall deals with requests. */
export interface WebApplicationFirewallArgs {
    /**
     * Whether attacks are only written to the log. Default: false, and they are refused.
     *
     * What it costs: every attack reaches the workloads. Use it for the days in which a new firewall is made acquainted
     * with them, with a workspace to see what it would refuse.
     *
     * @default false
     */
    detectionOnly?: boolean;

    /** Parts of requests that single rules do not look at. Default: none. */
    exclusions?: FirewallExclusionArgs[];

    /**
     * Largest body of a request in KB, uploads of files aside, 8 to 2000. Larger ones are refused, smaller ones are
     * inspected to their end. Default: 128.
     *
     * @default 128
     */
    maxRequestBodySizeInKb?: pulumi.Input<number>;

    /**
     * Largest file that can be uploaded, in MB, 1 to 4000. Default: 100.
     *
     * @default 100
     */
    fileUploadLimitInMb?: pulumi.Input<number>;
}
