import * as authorization from "@pulumi/azure-native/authorization/index.js";
import * as resources from "@pulumi/azure-native/resources/index.js";
import * as security from "@pulumi/azure-native/security/index.js";
import * as pulumi from "@pulumi/pulumi";
import { nameUnlessAutomatic } from "../arguments/names";
import { checkArguments } from "../arguments/rules";
import { containersPlan, defenderTemplate } from "./defender-template";
import type { ThreatDetectionArgs } from "./threat-detection-args";
import { threatDetectionRules } from "./threat-detection-rules";

/**
 * Microsoft Defender for Containers, for the whole subscription of the provider: it watches every cluster in it for
 * threats, and scans the images of every registry. With `alertEmails`, alerts are mailed as well.
 *
 * The plan costs by the hour for each virtual core of each cluster in the subscription, and by the image for what is
 * scanned beyond the images that come with the cores. That is why nothing else of this package turns it on. The
 * deploying principal needs the right to set plans, as Owner or Security Admin of the subscription.
 *
 * A subscription has one such plan. Two stacks that both set it set the same values, and neither can undo the other: the
 * plan stays on when a stack is destroyed, until somebody turns it off (`az security pricing create --name Containers
 * --tier free`). What is turned off by hand shows in `pricingTier`, and is set again by the next change of an argument.
 *
 * Practices 7 (threats are detected) and 8 (images are scanned).
 * https://learn.microsoft.com/azure/defender-for-cloud/defender-for-containers-introduction
 */
export class ThreatDetection extends pulumi.ComponentResource {
    /** Tier of the plan as Azure answers: Standard, or Free where somebody has turned it off since. */
    readonly pricingTier: pulumi.Output<string>;

    /** @throws every argument that cannot work, in one error, before anything is registered. */
    constructor(name: string, args: ThreatDetectionArgs = {}, opts?: pulumi.ComponentResourceOptions) {
        const checked = checkArguments("ThreatDetection", name, args, threatDetectionRules, opts);
        super("aksguard:index:ThreatDetection", name, {}, opts);

        // Not `security.Pricing`: every subscription has its plans from the start, and azure-native refuses to create
        // what exists; nor does Azure delete them (docs/decisions/0008-defender-plan.md).
        const deployment = new resources.DeploymentAtSubscriptionScope(
            name,
            {
                deploymentName: nameUnlessAutomatic(name, fits, longestName),
                location: args.location,
                tags: args.tags,
                properties: { mode: "Incremental", template: defenderTemplate(args) },
            },
            { parent: this, dependsOn: checked },
        );

        this.pricingTier = tierAfter(deployment, this);
        this.registerOutputs({ pricingTier: this.pricingTier });
    }
}

/** Azure takes 64 letters, digits, hyphens, underscores and dots. */
const fits = /^[-_.a-zA-Z0-9]{1,56}$/;
const longestName = 64;

function tierAfter(deployment: pulumi.Resource, parent: pulumi.Resource): pulumi.Output<string> {
    const { subscriptionId } = authorization.getClientConfigOutput({ parent });
    const scopeId = pulumi.interpolate`subscriptions/${subscriptionId}`;
    const plan = security.getPricingOutput(
        { scopeId, pricingName: containersPlan },
        { parent, dependsOn: [deployment] },
    );
    return plan.pricingTier;
}
