import * as grpc from "@grpc/grpc-js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import {
    CheckFailure as CheckFailureMessage,
    type CheckRequest,
    CheckResponse,
    ConfigureResponse,
    type ConfigureRequest,
    type CreateRequest,
    CreateResponse,
    type DeleteRequest,
    type DiffRequest,
    DiffResponse,
    ErrorResourceInitFailed,
    GetSchemaResponse,
    type InvokeRequest,
    InvokeResponse,
    type ParameterizeRequest,
    ParameterizeResponse,
    PropertyDiff,
    type ReadRequest,
    ReadResponse,
    type UpdateRequest,
    UpdateResponse,
} from "@pulumi/pulumi/proto/provider_pb";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import { Any } from "google-protobuf/google/protobuf/any_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";

import { messageOf } from "../user-error";
import { type CheckFailure, type Difference, PartialFailure, type Provider } from "./provider";
import { fromStruct, toStruct } from "./property";

/** A stand-in that listens for the engine. */
export interface RunningProvider {
    readonly name: string;
    readonly port: number;
    close(): Promise<void>;
}

type Answer<Response> = grpc.sendUnaryData<Response>;

/** Serves a provider to the engine on a free local port. */
export async function serveProvider(provider: Provider): Promise<RunningProvider> {
    const server = new grpc.Server({ "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 });
    server.addService(ResourceProviderService, handlersOf(provider));
    const port = await new Promise<number>((resolve, reject) => {
        server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) => {
            if (error === null) resolve(bound);
            else reject(error);
        });
    });
    return {
        name: provider.name,
        port,
        close: async () => {
            await provider.close();
            server.forceShutdown();
        },
    };
}

function handlersOf(provider: Provider): grpc.UntypedServiceImplementation {
    return {
        attach: unary(() => new Empty()),
        cancel: unary(() => new Empty()),
        getPluginInfo: unary(() => new PluginInfo().setVersion(provider.version)),
        getSchema: unary(() => new GetSchemaResponse().setSchema(provider.schema())),
        parameterize: unary((request: ParameterizeRequest) => {
            const parameter = Buffer.from(request.getValue()?.getValue_asU8() ?? []).toString("utf8");
            const served = provider.parameterize?.(parameter);
            if (served === undefined) throw new Error(`${provider.name} serves no other package than itself`);
            return new ParameterizeResponse().setName(served.name).setVersion(served.version);
        }),
        checkConfig: unary((request: CheckRequest) => {
            return new CheckResponse().setInputs(request.getNews()).setFailuresList([]);
        }),
        diffConfig: unary((request: DiffRequest) => {
            const difference = provider.diffConfig?.(fromStruct(request.getOlds()), fromStruct(request.getNews()));
            return difference === undefined ? new DiffResponse() : diffResponse(difference);
        }),
        configure: unary(async (request: ConfigureRequest, peer) => {
            await provider.configure(peer, Object.fromEntries(request.getVariablesMap().toArray()));
            return new ConfigureResponse().setSupportspreview(true).setSupportsAutonamingConfiguration(true);
        }),
        check: unary(async (request: CheckRequest, peer) => {
            const { inputs, failures } = await provider.check({
                ...resourceOf(request, peer),
                olds: fromStruct(request.getOlds()),
                news: fromStruct(request.getNews()),
                randomSeed: request.getRandomseed_asU8(),
                autonaming: autonamingOf(request),
            });
            return new CheckResponse().setInputs(toStruct(inputs)).setFailuresList(failures.map(checkFailure));
        }),
        diff: unary(async (request: DiffRequest, peer) => {
            const difference = await provider.diff({
                ...resourceOf(request, peer),
                id: request.getId(),
                olds: fromStruct(request.getOlds()),
                oldInputs: fromStruct(request.getOldInputs()),
                news: fromStruct(request.getNews()),
            });
            return diffResponse(difference);
        }),
        create: unary(async (request: CreateRequest, peer) => {
            const created = await provider.create({
                ...resourceOf(request, peer),
                inputs: fromStruct(request.getProperties()),
                preview: request.getPreview(),
            });
            return new CreateResponse().setId(created.id).setProperties(toStruct(created.outputs));
        }),
        read: unary(async (request: ReadRequest, peer) => {
            const read = await provider.read({
                ...resourceOf(request, peer),
                id: request.getId(),
                olds: fromStruct(request.getProperties()),
                oldInputs: request.hasInputs() ? fromStruct(request.getInputs()) : undefined,
            });
            if (read === undefined) return new ReadResponse();
            return new ReadResponse()
                .setId(read.id)
                .setProperties(toStruct(read.outputs))
                .setInputs(toStruct(read.inputs));
        }),
        update: unary(async (request: UpdateRequest, peer) => {
            const outputs = await provider.update({
                ...resourceOf(request, peer),
                id: request.getId(),
                olds: fromStruct(request.getOlds()),
                inputs: fromStruct(request.getNews()),
                preview: request.getPreview(),
            });
            return new UpdateResponse().setProperties(toStruct(outputs));
        }),
        delete: unary(async (request: DeleteRequest, peer) => {
            await provider.delete({ ...resourceOf(request, peer), id: request.getId() });
            return new Empty();
        }),
        invoke: unary(async (request: InvokeRequest, peer) => {
            const token = request.getTok();
            const answer = await provider.invoke({ peer, token, args: fromStruct(request.getArgs()) });
            return new InvokeResponse().setReturn(toStruct(answer));
        }),
    };
}

function unary<Request, Response>(handle: (request: Request, peer: string) => Response | Promise<Response>) {
    return (call: grpc.ServerUnaryCall<Request, Response>, answer: Answer<Response>): void => {
        Promise.resolve()
            .then(() => handle(call.request, call.getPeer()))
            .then(
                (response) => {
                    answer(null, response);
                },
                (error: unknown) => {
                    answer(serviceError(error), null);
                },
            );
    };
}

function resourceOf(
    request: { getUrn(): string },
    peer: string,
): { peer: string; urn: string; type: string; name: string } {
    const urn = request.getUrn();
    const [, , qualifiedType = "", ...name] = urn.split("::");
    return { peer, urn, type: qualifiedType.slice(qualifiedType.lastIndexOf("$") + 1), name: name.join("::") };
}

function autonamingOf(request: CheckRequest): { mode: "propose" | "enforce" | "disable"; name: string } | undefined {
    const options = request.getAutonaming();
    if (options === undefined) return undefined;
    const modes = { 0: "propose", 1: "enforce", 2: "disable" } as const;
    return { mode: modes[options.getMode()], name: options.getProposedName() };
}

function checkFailure({ property, reason }: CheckFailure): CheckFailureMessage {
    return new CheckFailureMessage().setProperty(property ?? "").setReason(reason);
}

function diffResponse(difference: Difference): DiffResponse {
    const paths = Object.keys(difference.properties);
    const { DIFF_NONE, DIFF_SOME } = DiffResponse.DiffChanges;
    const response = new DiffResponse()
        .setChanges(paths.length === 0 ? DIFF_NONE : DIFF_SOME)
        .setDiffsList([...new Set(paths.map(topLevel))])
        .setReplacesList([
            ...new Set(paths.filter((path) => difference.properties[path]?.replace === true).map(topLevel)),
        ])
        .setDeletebeforereplace(difference.deleteBeforeReplace)
        .setHasdetaileddiff(true);
    const kinds = {
        add: [PropertyDiff.Kind.ADD, PropertyDiff.Kind.ADD_REPLACE],
        delete: [PropertyDiff.Kind.DELETE, PropertyDiff.Kind.DELETE_REPLACE],
        update: [PropertyDiff.Kind.UPDATE, PropertyDiff.Kind.UPDATE_REPLACE],
    } as const;
    for (const [path, { kind, replace }] of Object.entries(difference.properties)) {
        response
            .getDetaileddiffMap()
            .set(path, new PropertyDiff().setKind(kinds[kind][replace ? 1 : 0]).setInputdiff(true));
    }
    return response;
}

function topLevel(path: string): string {
    return path.split(/[.[]/, 1)[0] ?? path;
}

function serviceError(error: unknown): Partial<grpc.StatusObject> {
    const metadata = new grpc.Metadata();
    if (error instanceof PartialFailure) {
        const detail = new ErrorResourceInitFailed();
        detail.setId(error.id);
        detail.setProperties(toStruct(error.outputs));
        detail.setInputs(toStruct(error.inputs));
        detail.setReasonsList([error.message]);
        const packed = new Any();
        packed.pack(detail.serializeBinary(), "pulumirpc.ErrorResourceInitFailed");
        const status = new Status();
        status.setCode(grpc.status.UNKNOWN);
        status.setMessage(error.message);
        status.addDetails(packed);
        metadata.add("grpc-status-details-bin", Buffer.from(status.serializeBinary()));
    }
    return { code: grpc.status.UNKNOWN, details: messageOf(error), metadata };
}
