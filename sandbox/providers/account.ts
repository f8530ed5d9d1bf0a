/** Who deploys, and where to: the same in every stand-in. */
export const account = {
    tenantId: "7e5b1f0a-3c1d-4d5e-9a52-2f1c6f0a8b11",
    subscriptionId: "5a0c7d1e-9b34-4f0a-8d63-1c2b7e4f9a20",
    clientId: "04b07795-8ddb-461a-bbee-02f9e1bf7b46",
    /** Object id of the deploying principal, a user. */
    objectId: "c1f6e3d2-7a48-4b95-8e0d-5d9b2a6c4f37",
    userPrincipalName: "deployer@sandbox.example",
} as const;
