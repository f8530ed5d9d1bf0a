import { findEngine } from "./engine/engine";
import { findBinaries } from "./kube-apiserver/binaries";
import { messageOf } from "./user-error";

/* Builds what the sandbox needs and nobody has installed, before tests with a clock of their own need it. */

const log = (line: string) => process.stderr.write(`sandbox: ${line}\n`);

findEngine(log)
    .then(() => findBinaries(log))
    .catch((error: unknown) => {
        log(messageOf(error));
        process.exitCode = 1;
    });
