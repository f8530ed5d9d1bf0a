import { generateKeyPairSync, randomBytes } from "node:crypto";
import { asn1, md, pkcs12, pki, util } from "node-forge";

const validDays = 365;

/**
 * A certificate that nobody but itself vouches for, with its key, as a PFX in base64 without a password: what a vault
 * takes as a secret of type `application/x-pkcs12`. It is another one at every call.
 */
export function selfSignedPfx(host: string): string {
    const { privateKey, publicKey } = generateKeyPairSync("rsa", {
        modulusLength: 2048,
        privateKeyEncoding: { type: "pkcs1", format: "pem" },
        publicKeyEncoding: { type: "spki", format: "pem" },
    });
    const key = pki.privateKeyFromPem(privateKey);
    const certificate = pki.createCertificate();
    certificate.publicKey = pki.publicKeyFromPem(publicKey);
    // A positive number in DER: its first bit is not set.
    certificate.serialNumber = `01${randomBytes(15).toString("hex")}`;
    certificate.validity.notBefore = new Date();
    certificate.validity.notAfter = new Date(Date.now() + validDays * 24 * 60 * 60 * 1000);
    const subject = [{ name: "commonName", value: host }];
    certificate.setSubject(subject);
    certificate.setIssuer(subject);
    certificate.setExtensions([
        { name: "basicConstraints", cA: false },
        { name: "keyUsage", digitalSignature: true, keyEncipherment: true },
        { name: "extKeyUsage", serverAuth: true },
        { name: "subjectAltName", altNames: [{ type: 2, value: host }] },
    ]);
    certificate.sign(key, md.sha256.create());
    // There is no password that many rounds could guard, and they would take a second of every run.
    const pfx = pkcs12.toPkcs12Asn1(key, [certificate], "", { algorithm: "3des", count: 1 });
    return util.encode64(asn1.toDer(pfx).getBytes());
}
