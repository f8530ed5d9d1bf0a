import assert from "node:assert/strict";
import { madeWith, refusedHost } from "../../../components/key-vault/made-with";

describe("a certificate that is made once", () => {
    const change = (before: Record<string, string>, after: Record<string, string>) =>
        refusedHost(
            madeWith({ resourceGroupName: "given", selfSignedCertificates: before }),
            madeWith({ resourceGroupName: "given", selfSignedCertificates: after }),
        );

    it("is not made anew for another host", () => {
        assert.equal(
            change({ shop: "shop.example.org" }, { shop: "store.example.org" }),
            "selfSignedCertificates.shop changed (selfSignedCertificates.shop from shop.example.org to store.example.org). Such a certificate is made once, and stays one for the host that it was made for. Give the one for the new host another name, or bring a certificate (`certificates`).",
        );
    });

    it("stays beside others, and may go", () => {
        assert.equal(change({ shop: "shop.example.org" }, { store: "store.example.org" }), undefined);
        assert.equal(change({}, { shop: "shop.example.org" }), undefined);
        assert.equal(change({ shop: "shop.example.org" }, { shop: "Shop.example.org" }), undefined);
    });
});
