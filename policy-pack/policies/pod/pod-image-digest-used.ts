/**
 * A tag can be moved to another image by everyone who may push; a digest always means the image that was scanned.
 *
 * Checked property:  `image` of each container
 * Compliant values:  an image with a digest
 * When unset:        compliant (the API server refuses a container without an image)
 */
import { eachContainer } from "../../pods/each-container";
import { imageReference } from "../../values/image-name";
import { quote } from "../../message";
import { check, definePolicy } from "../../policy";
import { pod } from "../../resources/pod";

export const podImageDigestUsed = definePolicy({
    name: "pod-image-digest-used",
    description: "Containers should run images by their digest.",
    remediationSteps: "Let the pipeline write the digest of the image that it pushed.",
    severity: "low",
    practice: 9,
    equivalents: ["checkov:CKV_K8S_43"],
    advisory: "charts name versions, and digests need a pipeline that renews them with each release",
    checks: [
        check(pod, function* (subject) {
            yield* eachContainer(subject, function* (container) {
                const image = container.at("image");
                const found = image.string() ?? "";
                if (found === "" || imageReference(found).digest !== undefined) return;
                yield `\`${image.path}\` is ${quote(found)}, whose tag can be moved to another image; set it to an image with its digest.`;
            });
        }),
    ],
});
