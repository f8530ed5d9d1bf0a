/**
 * `latest` is another image tomorrow: nobody knows what runs, what was scanned, or what to go back to.
 *
 * Checked property:  `image` of each container
 * Compliant values:  a tag that is not `latest`, or a digest
 * When unset:        compliant (the API server refuses a container without an image)
 */
import { eachContainer } from "../../pods/each-container";
import { imageReference } from "../../values/image-name";
import { quote } from "../../message";
import { check, definePolicy } from "../../policy";
import { pod } from "../../resources/pod";

export const podImageTagFixed = definePolicy({
    name: "pod-image-tag-fixed",
    description: "Containers must run images with a tag that is not `latest`, or with a digest.",
    remediationSteps: "Name the version of the image, or better its digest.",
    severity: "medium",
    practice: 9,
    equivalents: ["azure-policy:021f8078-41a0-40e6-81b6-c6597da9f3ee", "checkov:CKV_K8S_14", "trivy:KSV-0013"],
    checks: [
        check(pod, function* (subject) {
            yield* eachContainer(subject, function* (container) {
                const image = container.at("image");
                const found = image.string() ?? "";
                const { tag = "", digest } = imageReference(found);
                if (found === "" || digest !== undefined || (tag !== "" && tag !== "latest")) return;
                const reason = tag === "" ? "without a tag, which means `latest`" : "which is another image tomorrow";
                yield `\`${image.path}\` is ${quote(found)}, ${reason}; set it to an image with its version or digest.`;
            });
        }),
    ],
});
