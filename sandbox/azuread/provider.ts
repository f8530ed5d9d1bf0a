import { account } from "../providers/account";
import type { Cloud } from "../providers/cloud";
import type { FaultPlan } from "../providers/fault";
import type { PropertyMap } from "../providers/property";
import type { InvokeCall, Provider } from "../providers/provider";
import { Declarations } from "../schema/declarations";

/** Stands in for azuread. */
export class AzureAdProvider implements Provider {
    readonly name = "azuread";
    private readonly declarations = new Declarations("@pulumi/azuread", "flat");
    constructor(
        private readonly cloud: Cloud,
        private readonly faults: FaultPlan,
    ) {}
    get version(): string {
        return this.declarations.version;
    }
    schema(): string {
        return JSON.stringify({ name: this.name, version: this.version });
    }
    configure(): void {
        /* nothing */
    }
    check(): Promise<never> {
        throw new Error("not yet");
    }
    diff(): Promise<never> {
        throw new Error("not yet");
    }
    create(): Promise<never> {
        throw new Error("not yet");
    }
    read(): Promise<never> {
        throw new Error("not yet");
    }
    update(): Promise<never> {
        throw new Error("not yet");
    }
    delete(): Promise<never> {
        throw new Error("not yet");
    }
    invoke(call: InvokeCall): Promise<PropertyMap> {
        if (call.token === "azuread:index/getClientConfig:getClientConfig")
            return Promise.resolve({
                id: "x",
                clientId: account.clientId,
                objectId: account.objectId,
                tenantId: account.tenantId,
            });
        throw new Error("not yet");
    }
    close(): void {
        /* nothing */
    }
}
