import assert from "node:assert/strict";
import { X509Certificate, createPrivateKey } from "node:crypto";
import { asn1, pkcs12, pki, util } from "node-forge";
import { KeyVault } from "../../../components";
import { judgeAll } from "../../../components/arguments/rules";
import { keyVaultRules } from "../../../components/key-vault/key-vault-rules";
import { selfSignedPfx } from "../../../components/key-vault/self-signed-certificate";
import { record, registered } from "../../recorded-program";

const subnetId =
    "/subscriptions/99999999-9999-4999-8999-999999999999/resourceGroups/hub/providers/Microsoft.Network/virtualNetworks/hub/subnets/endpoints";
const args = { resourceGroupName: "given", privateEndpointSubnetId: subnetId };

describe("a self-signed certificate", () => {
    it("is a PFX without a password, of a key and a certificate that belong together", async () => {
        const pfx = pkcs12.pkcs12FromAsn1(asn1.fromDer(util.decode64(await selfSignedPfx("shop.example.org"))), "");
        const bags = (type: string | undefined) => pfx.getBags({ bagType: type ?? "" })[type ?? ""] ?? [];
        const [certificateBag] = bags(pki.oids["certBag"]);
        const [keyBag] = bags(pki.oids["pkcs8ShroudedKeyBag"]);
        assert.ok(certificateBag?.cert && keyBag?.key);
        const certificate = new X509Certificate(pki.certificateToPem(certificateBag.cert));
        assert.equal(certificate.subjectAltName, "DNS:shop.example.org");
        assert.equal(certificate.ca, false);
        assert.ok(certificate.checkPrivateKey(createPrivateKey(pki.privateKeyToPem(keyBag.key))));
        assert.ok(certificate.verify(certificate.publicKey), "it vouches for itself");
        const days = (Date.parse(certificate.validTo) - Date.parse(certificate.validFrom)) / 86_400_000;
        assert.equal(days, 365);
    });

    it("is made once: a later value is ignored", async () => {
        const registrations = await record(
            () => new KeyVault("kit", { ...args, selfSignedCertificates: { shop: "shop.example.org" } }),
        );
        const { inputs, ignoreChanges } = registered(registrations, "azure-native:keyvault:Secret");
        assert.deepEqual(ignoreChanges, ["properties.value"]);
        assert.equal(inputs["secretName"], "shop");
        assert.equal((inputs["properties"] as { contentType: string }).contentType, "application/x-pkcs12");
    });

    const rejected: Record<string, [object, string]> = {
        "an address in place of a host": [
            { selfSignedCertificates: { shop: "https://shop.example.org/" } },
            'selfSignedCertificates.shop is "https://shop.example.org/", which is no name of a host. Set the name that clients ask for, such as "shop.example.org".',
        ],
        "a name that was brought already": [
            { certificates: { shop: "MIIB" }, selfSignedCertificates: { shop: "shop.example.org" } },
            'selfSignedCertificates.shop is "shop.example.org", a name that certificates has as well. Leave it out of one of the two.',
        ],
    };
    for (const [title, [change, problem]] of Object.entries(rejected)) {
        it(`is refused for ${title}`, () => {
            assert.deepEqual(judgeAll({ ...args, ...change }, keyVaultRules).now, [problem]);
        });
    }
});
