import { services } from "../judged";
import { literal, type AdmissionPolicy } from "../policy";

export function externalIps({ allowedIps = [] }: { allowedIps?: string[] }): AdmissionPolicy {
    return {
        judges: services,
        demands: [
            {
                name: "foreign",
                must: "Services must claim no external addresses but allowed ones",
                offenders: `object.spec.?externalIPs.orValue([]).filter(ip, !(ip in ${literal(allowedIps)})).map(ip, string(ip))`,
                found: "externalIPs has",
                remedy: allowedIps.length === 0 ? "leave it out" : `use only ${allowedIps.join(", ")}`,
            },
        ],
    };
}
