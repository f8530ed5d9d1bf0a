import { AnalyzerService } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import { EnforcementLevel, type ConfigureAnalyzerRequest } from "@pulumi/pulumi/proto/analyzer_pb";

import type { PolicyConfiguration } from "./configuration-problems";

/** Reads what the engine configures, before the SDK does. */
export interface Listener {
    /** Mistakes, each a sentence. With any, the pack refuses to judge. */
    readonly problems: (configuration: ReadonlyMap<string, PolicyConfiguration>) => readonly string[];
    /** Takes what has no mistake. */
    readonly accept: (configuration: ReadonlyMap<string, PolicyConfiguration>) => void;
    /** Whether a policy stays mandatory, whatever is said of all policies. */
    readonly staysMandatory: (policy: string) => boolean;
}

const levels: Readonly<Record<EnforcementLevel, PolicyConfiguration["level"]>> = {
    [EnforcementLevel.ADVISORY]: "advisory",
    [EnforcementLevel.MANDATORY]: "mandatory",
    [EnforcementLevel.REMEDIATE]: "remediate",
    [EnforcementLevel.DISABLED]: "disabled",
};

/**
 * The SDK takes any configuration: what is misspelt would be without effect, in silence. So it is read on its way to the
 * SDK, which is told of mistakes as if it could not read it. Call it before the pack starts.
 */
export function listenToConfiguration({ problems, accept, staysMandatory }: Listener): void {
    const { configure } = AnalyzerService;
    const { requestDeserialize } = configure;
    configure.requestDeserialize = (bytes) => {
        const request = requestDeserialize(bytes);
        const configuration = configurationOf(request);
        const found = problems(configuration);
        if (found.length > 0) return refused(request, found);
        accept(configuration);
        request.getPolicyconfigMap().forEach((policy, name) => {
            if (staysMandatory(name)) policy.setEnforcementlevel(EnforcementLevel.MANDATORY);
        });
        return request;
    };
}

function configurationOf(request: ConfigureAnalyzerRequest): Map<string, PolicyConfiguration> {
    const configuration = new Map<string, PolicyConfiguration>();
    request.getPolicyconfigMap().forEach((policy, name) => {
        configuration.set(name, {
            level: levels[policy.getEnforcementlevel()],
            properties: policy.getProperties()?.toJavaScript() ?? {},
        });
    });
    return configuration;
}

/** The SDK shows the stack of what it catches while it reads the request: there, only the message is to be seen. */
function refused(request: ConfigureAnalyzerRequest, problems: readonly string[]): ConfigureAnalyzerRequest {
    const message = ["The configuration of policy pack aksguard has mistakes:", ...problems].join("\n  - ");
    request.getPolicyconfigMap = () => {
        throw Object.assign(new Error(message), { stack: message });
    };
    return request;
}
