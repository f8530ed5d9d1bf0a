import { workloads } from "../judged";
import { literal, type AdmissionPolicy } from "../policy";

export function containerImages({ allowedImages }: { allowedImages: string }): AdmissionPolicy {
    return {
        judges: workloads,
        demands: [
            {
                name: "foreign",
                must: "Images must come from allowed places",
                offenders: `variables.allContainers.filter(c, !c.?image.orValue("").matches(${literal(allowedImages)})).map(c, "container " + string(c.?name.orValue("without a name")) + " (" + string(c.?image.orValue("no image")) + ")")`,
                found: "image comes from another place in",
                remedy: `use an image that matches ${allowedImages}`,
            },
        ],
    };
}
