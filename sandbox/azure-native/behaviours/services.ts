import { randomUUID } from "node:crypto";

import type { ResourceBehaviour } from "../behaviour";
import { kept } from "./reference";

/** Has an id of its own, which agents use. */
export const workspace: ResourceBehaviour = {
    answer: ({ inputs, existing }) => ({
        customerId: kept(existing, () => randomUUID(), "customerId"),
        retentionInDays: inputs.retentionInDays ?? 30,
        sku: inputs.sku ?? { name: "PerGB2018" },
        publicNetworkAccessForIngestion: inputs.publicNetworkAccessForIngestion ?? "Enabled",
        publicNetworkAccessForQuery: inputs.publicNetworkAccessForQuery ?? "Enabled",
    }),
};
