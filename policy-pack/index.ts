import "./serving/load-resolver-later";

import { PolicyPack } from "@pulumi/policy";

import { analyzeByType } from "./serving/analyze-by-type";
import { listenToConfiguration } from "./serving/configuration";
import { configurationProblems } from "./serving/configuration-problems";
import { deserializeOnce } from "./serving/deserialize-once";
import { exemptionsIn } from "./serving/exemptions";
import { policies } from "./policies";
import { withRecordedInputs } from "./serving/recorded-inputs";
import { secrets } from "./serving/secrets";
import { runRecord } from "./serving/run-record";
import { keepStackRequest } from "./serving/stack-request";
import { withExemptions } from "./serving/with-exemptions";
import { withSecretsHidden } from "./serving/with-secrets-hidden";
import { withRunRecord } from "./serving/with-run-record";

let honorsProgram = false;
const exempting = withExemptions(policies, {
    record: runRecord,
    honorsProgram: () => honorsProgram,
    now: () => new Date(),
});
const { policies: served, record } = withRecordedInputs(
    withRunRecord(withSecretsHidden(exempting, secrets), runRecord),
);

deserializeOnce();
analyzeByType((resource) => {
    runRecord.seen.add(resource.urn);
    record(resource);
});
keepStackRequest();
listenToConfiguration({
    problems: (configuration) => [...configurationProblems(served, configuration)],
    accept: (configuration) => {
        honorsProgram = configuration.get("stack-exemptions-current")?.properties.exemptionsInProgram === true;
        for (const [name, { level, properties }] of configuration) {
            // What does not judge needs no exemption, and has none that is not needed.
            if (level !== "disabled") runRecord.configure(name, exemptionsIn(properties));
        }
    },
    staysMandatory: (name) => served.some((policy) => policy.name === name && policy.unwaivable !== undefined),
});

new PolicyPack("aksguard", {
    description: "Holds a stack to the ten AKS security practices.",
    displayName: "aksguard",
    provider: "azure",
    tags: ["aks", "azure", "kubernetes", "security"],
    enforcementLevel: "mandatory",
    policies: served,
});
