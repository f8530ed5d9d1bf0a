import { generateKeyPairSync, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { isIP } from "node:net";
import { join } from "node:path";
import { md, pki } from "node-forge";

import { guidOf } from "../providers/guid";

/** A certificate and its private key, in PEM. */
export interface Identity {
    readonly certificate: string;
    readonly key: string;
}

/** Whom a certificate is for. */
export interface Subject {
    readonly commonName: string;
    /** A group, for Kubernetes. */
    readonly organization?: string;
    /** DNS names and addresses of a server. */
    readonly hosts?: readonly string[];
}

/** Signs the certificates of all API servers of a sandbox, and of the local accounts that may use them. */
export class CertificateAuthority {
    private readonly loaded = new Map<string, Identity>();

    constructor(
        /** Where what it signs is kept, so that a kubeconfig of yesterday still fits. */
        private readonly folder: string,
    ) {}

    get certificate(): string {
        return this.identity.certificate;
    }

    /** The same certificate whenever the same subject asks. */
    issue(subject: Subject): Identity {
        const { identity } = this;
        return this.kept(`${guidOf(JSON.stringify(subject))}.json`, () => signed(subject, identity));
    }

    /** Made at the first use: most commands need none. */
    private get identity(): Identity {
        return this.kept("authority.json", () => signed({ commonName: "aksguard sandbox" }, undefined));
    }

    private kept(name: string, make: () => Identity): Identity {
        const known = this.loaded.get(name);
        if (known !== undefined) return known;
        const file = join(this.folder, name);
        if (!existsSync(file)) {
            mkdirSync(this.folder, { recursive: true });
            // Two commands may need it at once: the first one that is done wins.
            const temporary = `${file}.${process.pid}`;
            writeFileSync(temporary, JSON.stringify(make()), { mode: 0o600 });
            if (existsSync(file)) rmSync(temporary);
            else renameSync(temporary, file);
        }
        const identity = JSON.parse(readFileSync(file, "utf8")) as Identity;
        this.loaded.set(name, identity);
        return identity;
    }
}

function signed(subject: Subject, issuer: Identity | undefined): Identity {
    // All share the authority's key, which takes longest to make: whoever can read one of them can read them all.
    const key = issuer?.key ?? newKey();
    const privateKey = pki.privateKeyFromPem(key);
    const certificate = pki.createCertificate();
    certificate.publicKey = pki.setRsaPublicKey(privateKey.n, privateKey.e);
    // In DER, a number is positive if its first bit is not set, and has no needless zero before it.
    certificate.serialNumber = `01${randomBytes(15).toString("hex")}`;
    const day = 24 * 60 * 60 * 1000;
    certificate.validity.notBefore = new Date(Date.now() - day);
    certificate.validity.notAfter = new Date(Date.now() + 3650 * day);
    const attributes = [
        { name: "commonName", value: subject.commonName },
        ...(subject.organization === undefined ? [] : [{ name: "organizationName", value: subject.organization }]),
    ];
    certificate.setSubject(attributes);
    certificate.setIssuer(
        issuer === undefined ? attributes : pki.certificateFromPem(issuer.certificate).subject.attributes,
    );
    certificate.setExtensions(issuer === undefined ? authorityExtensions : extensionsOf(subject));
    certificate.sign(privateKey, md.sha256.create());
    return { certificate: pki.certificateToPem(certificate), key };
}

/** By Node, which is a hundred times as fast at it as forge. */
function newKey(): string {
    const { privateKey } = generateKeyPairSync("rsa", {
        modulusLength: 2048,
        publicKeyEncoding: { type: "spki", format: "pem" },
        privateKeyEncoding: { type: "pkcs1", format: "pem" },
    });
    return privateKey;
}

const authorityExtensions = [
    { name: "basicConstraints", cA: true, critical: true },
    { name: "keyUsage", keyCertSign: true, digitalSignature: true, critical: true },
];

function extensionsOf({ hosts = [] }: Subject) {
    const isAddress = (host: string) => isIP(host) !== 0;
    const altNames = hosts.map((host) => (isAddress(host) ? { type: 7, ip: host } : { type: 2, value: host }));
    return [
        { name: "keyUsage", digitalSignature: true, keyEncipherment: true, critical: true },
        { name: "extKeyUsage", serverAuth: hosts.length > 0, clientAuth: hosts.length === 0 },
        ...(hosts.length > 0 ? [{ name: "subjectAltName", altNames }] : []),
    ];
}
