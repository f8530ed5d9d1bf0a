import { account } from "../providers/account";
import type { Cloud } from "../providers/cloud";
import type { PropertyMap } from "../providers/property";
import type { InvokeCall } from "../providers/provider";
import type { Declarations } from "../schema/declarations";

/** What functions need to answer. */
export interface InvokeContext {
    readonly cloud: Cloud;
    readonly declarations: Declarations;
    readonly subscriptionId: string;
}

/** Answers a function of azure-native. */
export function invoke(call: InvokeCall, context: InvokeContext): PropertyMap {
    if (call.token === "azure-native:authorization:getClientConfig") {
        const { clientId, objectId, tenantId } = account;
        return { clientId, objectId, tenantId, subscriptionId: context.subscriptionId };
    }
    throw new Error(`the sandbox cannot answer ${call.token}`);
}
