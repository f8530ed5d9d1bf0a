import assert from "node:assert/strict";
import { X509Certificate } from "node:crypto";

import { CertificateAuthority } from "../../../sandbox/kube-apiserver/authority";
import { temporaryFolder } from "../../temporary-folders";

describe("the certificates of a sandbox", () => {
    const folder = temporaryFolder();
    const authority = new CertificateAuthority(folder);
    const server = { commonName: "kube-apiserver", hosts: ["kit.example", "127.0.0.1"] };
    const read = ({ certificate }: { certificate: string }) => new X509Certificate(certificate);

    it("are of one authority, for the names of a server", () => {
        const certificate = read(authority.issue(server));
        assert.ok(certificate.verify(read(authority).publicKey));
        assert.equal(certificate.subjectAltName, "DNS:kit.example, IP Address:127.0.0.1");
    });

    it("name a user and a group of Kubernetes", () => {
        const subject = { commonName: "masterclient", organization: "system:masters" };
        assert.equal(read(authority.issue(subject)).subject, "CN=masterclient\nO=system:masters");
    });

    it("have numbers that every reader of DER takes", () => {
        for (const one of [authority, authority.issue(server)]) {
            assert.match(read(one).serialNumber, /^0?1[0-9A-F]{30}$/);
        }
    });

    it("are the same for the same subject, also for the next command", () => {
        assert.deepEqual(new CertificateAuthority(folder).issue(server), authority.issue(server));
        assert.equal(new CertificateAuthority(folder).certificate, authority.certificate);
    });
});
