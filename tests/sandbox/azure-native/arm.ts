import { join } from "node:path";

import { AzureNativeProvider } from "../../../sandbox/azure-native/provider";
import { CertificateAuthority } from "../../../sandbox/kube-apiserver/authority";
import { Cloud } from "../../../sandbox/providers/cloud";
import { type Fault, FaultPlan } from "../../../sandbox/providers/fault";
import { type PropertyMap, textOf } from "../../../sandbox/providers/property";
import type { CheckFailure } from "../../../sandbox/providers/provider";
import { temporaryFolder } from "../../temporary-folders";

/** A resource that a test has created. */
export interface Created {
    readonly id: string;
    readonly inputs: PropertyMap;
    readonly outputs: PropertyMap;
}

/** The stand-in without an engine: what the engine would ask for a resource, in the same order. */
export class Arm {
    readonly cloud = new Cloud(join(temporaryFolder(), "cloud.json"));
    readonly authority = new CertificateAuthority(temporaryFolder());
    readonly provider: AzureNativeProvider;
    private readonly peer = "test";

    constructor(faults: readonly Fault[] = [], configuration: Record<string, string> = { location: "westeurope" }) {
        this.provider = new AzureNativeProvider(this.cloud, new FaultPlan(faults), this.authority);
        const variables = Object.entries(configuration).map(([name, value]) => [`azure-native:config:${name}`, value]);
        this.provider.configure(this.peer, Object.fromEntries(variables) as Record<string, string>);
    }

    async check(type: string, news: PropertyMap, olds: PropertyMap = {}, name = "thing") {
        return await this.provider.check({
            ...this.call(type, name),
            news,
            olds,
            randomSeed: new Uint8Array([1, 2, 3]),
            autonaming: undefined,
        });
    }

    async failures(type: string, news: PropertyMap): Promise<string[]> {
        return (await this.check(type, news)).failures.map(({ reason }: CheckFailure) => reason);
    }

    async create(type: string, news: PropertyMap, name = "thing"): Promise<Created> {
        const { inputs, failures } = await this.check(type, news, {}, name);
        if (failures.length > 0) throw new Error(failures.map(({ reason }) => reason).join("\n"));
        const { id, outputs } = await this.provider.create({ ...this.call(type, name), inputs, preview: false });
        return { id, inputs, outputs };
    }

    async preview(type: string, news: PropertyMap, name = "thing"): Promise<PropertyMap> {
        const { inputs } = await this.check(type, news, {}, name);
        return (await this.provider.create({ ...this.call(type, name), inputs, preview: true })).outputs;
    }

    async update(type: string, created: Created, news: PropertyMap, name = "thing"): Promise<PropertyMap> {
        const { inputs } = await this.check(type, news, created.inputs, name);
        const { id, outputs: olds } = created;
        return await this.provider.update({ ...this.call(type, name), id, olds, inputs, preview: false });
    }

    async diff(type: string, oldInputs: PropertyMap, news: PropertyMap) {
        return await this.provider.diff({ ...this.call(type, "thing"), id: "/id", olds: {}, oldInputs, news });
    }

    async read(type: string, id: string, state?: { inputs: PropertyMap; outputs: PropertyMap }) {
        return await this.provider.read({
            ...this.call(type, "thing"),
            id,
            olds: state?.outputs ?? {},
            oldInputs: state?.inputs,
        });
    }

    async delete(type: string, id: string): Promise<void> {
        await this.provider.delete({ ...this.call(type, "thing"), id });
    }

    async invoke(token: string, args: PropertyMap): Promise<PropertyMap> {
        return await this.provider.invoke({ peer: this.peer, token, args });
    }

    private call(type: string, name: string) {
        return { peer: this.peer, urn: `urn:pulumi:test::test::${type}::${name}`, type, name };
    }
}

/** A resource group, which everything else needs. */
export async function withGroup(arm: Arm): Promise<string> {
    const { outputs } = await arm.create("azure-native:resources:ResourceGroup", { resourceGroupName: "rg" });
    return textOf(outputs.name);
}
