import { nativeTokens } from "./fixtures";
import { UNKNOWN, type Registered } from "./policy-tester";
import type { Member, Stack, StackCases } from "./stack-policy-tester";

interface SentLogs {
    readonly native: Registered;
    readonly classic: Registered;
    /** The ARM type with its namespace. */
    readonly armType: string;
    /** The property that holds the name of the resource. */
    readonly nameProperty: string;
    readonly message: string;
    /** The name of the kind. */
    readonly kind: string;
}

/** The cases of a policy that demands a diagnostic setting of a resource. */
export function sentLogsCases({ native, classic, armType, nameProperty, message, kind }: SentLogs): StackCases {
    const id = `/subscriptions/one/resourceGroups/shop/providers/${armType}/prod`;
    const named: Member = { ...native, props: { ...native.props, [nameProperty]: "prod", resourceGroupName: "shop" } };
    const logs = [{ category: "any", enabled: true }];
    const setting = (resourceUri: unknown, madeFrom: readonly string[] = [], changes: object = {}): Member => ({
        type: "azure-native:monitor:DiagnosticSetting",
        props: { resourceUri, logs, ...changes },
        madeFrom: { resourceUri: madeFrom },
    });
    const classicSetting = (targetResourceId: unknown, madeFrom: readonly string[], changes: object): Member => ({
        type: "azure:monitoring/diagnosticSetting:DiagnosticSetting",
        props: { targetResourceId, ...changes },
        madeFrom: { targetResourceId: madeFrom },
    });
    const tokens = [
        ...nativeTokens("azure-native:monitor:DiagnosticSetting"),
        "azure-native:insights:DiagnosticSetting",
    ];
    return {
        compliant: {
            ...Object.fromEntries(
                tokens.map((type): [string, Stack] => [
                    `a setting made from it (${type})`,
                    { subject: native, setting: { ...setting(UNKNOWN, ["subject"]), type } },
                ]),
            ),
            "a setting by the id that is known": {
                subject: { ...native, outputs: { ...native.props, id } },
                setting: setting(id.toUpperCase()),
            },
            "a setting by its group and name": { subject: named, setting: setting(id) },
            "a classic setting": {
                subject: classic,
                setting: classicSetting(UNKNOWN, ["subject"], { enabledLogs: [{ category: "any" }] }),
            },
            "a classic setting of older versions": {
                subject: classic,
                setting: classicSetting(UNKNOWN, ["subject"], { logs: [{ category: "any" }] }),
            },
            "one setting of two": {
                subject: native,
                metrics: setting(UNKNOWN, ["subject"], { logs: [] }),
                setting: setting(UNKNOWN, ["subject"]),
                lost: setting(UNKNOWN),
            },
        },
        violating: {
            "no setting": { stack: { subject: native }, message },
            "no setting (classic)": { stack: { subject: classic }, message },
            "a setting of something else": {
                stack: {
                    subject: named,
                    other: setting(id.replace("prod", "other")),
                    elsewhere: setting(id.replace("/shop/", "/elsewhere/")),
                },
                message,
            },
            "a setting of another kind of the same name": {
                stack: {
                    subject: named,
                    other: setting(id.replace(armType, "Microsoft.Storage/storageAccounts")),
                    below: setting(`${id}/parts/prod`),
                    group: setting("/subscriptions/one/resourceGroups/prod"),
                },
                message,
            },
            "a setting of metrics only": {
                stack: { subject: native, setting: setting(UNKNOWN, ["subject"], { logs: null }) },
                message,
            },
            "logs that are all off": {
                stack: {
                    subject: native,
                    setting: setting(UNKNOWN, ["subject"], {
                        logs: [{ categoryGroup: "audit", enabled: false }, { category: "any" }],
                    }),
                },
                message,
            },
            "an empty list of logs": {
                stack: { subject: native, setting: setting(UNKNOWN, ["subject"], { logs: [] }) },
                message,
            },
        },
        undetermined: {
            "a setting of which nobody knows the resource": {
                stack: { subject: native, setting: setting(UNKNOWN) },
                undetermined: ["`setting.resourceUri` is not known before the update"],
            },
            "logs that are not known": {
                stack: { subject: native, setting: setting(UNKNOWN, ["subject"], { logs: UNKNOWN }) },
                undetermined: ["`setting.logs` is not known before the update"],
            },
        },
        notApplicable: { "a stack without any": { stack: { setting: setting(id) }, reason: `has no ${kind}` } },
    };
}
