import { generateKeyPair, randomBytes, sign } from "node:crypto";
import { promisify } from "node:util";

const validDays = 365;

/**
 * A certificate that nobody but itself vouches for, with its key, as a PFX in base64 without a password: what a vault
 * takes as a secret of type `application/x-pkcs12`. It is another one at every call.
 */
export async function selfSignedPfx(host: string): Promise<string> {
    // Loaded on use, and the key made beside the program: half a second that no other resource waits for.
    const { asn1, md, pkcs12, pki, util } = (await import("node-forge")).default;
    const { privateKey, publicKey } = await promisify(generateKeyPair)("rsa", {
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
    // Node.js signs in a millisecond, JavaScript in a hundred.
    const nativeSign = () => {
        const signed = Buffer.from(asn1.toDer(certificate.tbsCertificate).getBytes(), "latin1");
        return sign("sha256", signed, privateKey).toString("latin1");
    };
    certificate.sign({ ...key, sign: nativeSign }, md.sha256.create());
    // There is no password that many rounds could guard, and they would take a second of every run.
    const pfx = pkcs12.toPkcs12Asn1(key, [certificate], "", { algorithm: "3des", count: 1 });
    return util.encode64(asn1.toDer(pfx).getBytes());
}
