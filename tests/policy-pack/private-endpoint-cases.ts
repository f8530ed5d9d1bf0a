import { nativeTokens } from "./fixtures";
import { UNKNOWN, type Registered } from "./policy-tester";
import type { Member, Stack, StackCases } from "./stack-policy-tester";

interface Reached {
    readonly native: Registered;
    readonly classic: Registered;
    /** The same with a public endpoint. */
    readonly open: Registered;
    /** The noun of the messages. */
    readonly noun: string;
    /** The name of the kind. */
    readonly kind: string;
}

/** The cases of a policy that demands a private endpoint of a resource. */
export function privateEndpointCases({ native, classic, open, noun, kind }: Reached): StackCases {
    const id = "/subscriptions/one/resource";
    const endpoint = (targetId: unknown, ...madeFrom: string[]): Member => ({
        type: "azure-native:network:PrivateEndpoint",
        props: { privateLinkServiceConnections: [{ privateLinkServiceId: targetId }] },
        madeFrom: { privateLinkServiceConnections: madeFrom },
    });
    const message = `\`subject\` is without a private endpoint in the stack, and without public access nobody reaches the ${noun}; set it to one in the network of the cluster.`;
    return {
        compliant: {
            ...Object.fromEntries(
                nativeTokens("azure-native:network:PrivateEndpoint").map((type): [string, Stack] => [
                    `an endpoint made from it (${type})`,
                    { subject: native, endpoint: { ...endpoint(UNKNOWN, "subject"), type } },
                ]),
            ),
            "an endpoint by the known id": {
                subject: { ...native, outputs: { ...native.props, id } },
                endpoint: endpoint(id),
                other: endpoint(UNKNOWN),
            },
            "an endpoint that is approved by hand": {
                subject: native,
                endpoint: {
                    type: "azure-native:network:PrivateEndpoint",
                    props: { manualPrivateLinkServiceConnections: [{ privateLinkServiceId: UNKNOWN }] },
                    madeFrom: { manualPrivateLinkServiceConnections: ["subject"] },
                },
            },
            "the classic provider": {
                subject: classic,
                endpoint: {
                    type: "azure:privatelink/endpoint:Endpoint",
                    props: { privateServiceConnection: { privateConnectionResourceId: UNKNOWN } },
                    madeFrom: { privateServiceConnection: ["subject"] },
                },
            },
        },
        violating: {
            "no endpoint": { stack: { subject: native }, message },
            "no endpoint (classic)": { stack: { subject: classic }, message },
            "an endpoint of something else": {
                stack: { subject: native, other: open, endpoint: endpoint(UNKNOWN, "other"), empty: endpoint(null) },
                message,
            },
            "an endpoint of another kind of the same name": {
                stack: {
                    subject: { ...classic, props: { ...classic.props, name: "prod" } },
                    endpoint: endpoint(
                        "/subscriptions/one/resourceGroups/shop/providers/Microsoft.Storage/storageAccounts/prod",
                    ),
                },
                message,
            },
        },
        undetermined: {
            "an endpoint of nobody knows what": {
                stack: { subject: native, endpoint: endpoint(UNKNOWN) },
                undetermined: [
                    "`endpoint.privateLinkServiceConnections[0].privateLinkServiceId` is not known before the update",
                ],
            },
        },
        notApplicable: {
            "a public endpoint": { stack: { subject: open }, reason: `the ${noun} has a public endpoint` },
            "a stack without any": { stack: { endpoint: endpoint(id) }, reason: `has no ${kind}` },
        },
    };
}
