import type { OutgoingHttpHeaders } from "node:http";
import { Agent, type RequestOptions, request } from "node:https";

import type { KubeConfig } from "@kubernetes/client-node";

import { type PropertyMap, type PropertyValue, isMap, textOf, valueAt } from "../providers/property";

/** What the API server says when it does not do what it was asked for. */
export class StatusError extends Error {
    constructor(
        /** Code of HTTP. */
        readonly code: number,
        /** One word, such as Forbidden or NotFound. */
        readonly reason: string,
        message: string,
    ) {
        super(message);
    }
}

/** Whether the API server says that there is no such thing. */
export function isNotFound(error: unknown): boolean {
    return error instanceof StatusError && error.code === 404;
}

/** A request to the API server. */
export interface ApiRequest {
    readonly method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
    readonly path: string;
    readonly query?: Readonly<Record<string, string>>;
    readonly body?: PropertyMap;
    /** Default: application/json. */
    readonly contentType?: string;
    readonly accept?: string;
    /** Takes what the API server warns of; without it, whoever takes the warnings of all requests. */
    readonly warn?: ((warning: string) => void) | undefined;
}

/**
 * Talks JSON with an API server. Addresses, certificates and logins are the official client's; its typed requests are not
 * used, because they drop the fields that its version does not know.
 */
export class ApiClient {
    private options: Promise<RequestOptions> | undefined;

    constructor(
        private readonly config: KubeConfig,
        /** Takes what the API server warns of. */
        private readonly warn: (warning: string) => void,
    ) {}

    /** The answer; throws a StatusError if it is a refusal. */
    async send({
        method = "GET",
        path,
        query = {},
        body,
        contentType,
        accept,
        warn,
    }: ApiRequest): Promise<PropertyMap> {
        const options = await (this.options ??= this.connection());
        const search = new URLSearchParams(query).toString();
        const url = new URL(
            `${this.config.getCurrentCluster()?.server ?? ""}${path}${search === "" ? "" : `?${search}`}`,
        );
        const content = body === undefined ? undefined : JSON.stringify(body);
        const headers = {
            ...(options.headers as OutgoingHttpHeaders),
            accept: accept ?? "application/json",
            ...(content === undefined ? {} : { "content-type": contentType ?? "application/json" }),
        };
        return await new Promise((resolve, reject) => {
            const sent = request(url, { ...options, method, headers }, (response) => {
                let text = "";
                response.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
                response.on("error", reject);
                response.on("end", () => {
                    for (const warning of warningsOf(response.headers.warning)) (warn ?? this.warn)(warning);
                    const { statusCode = 0 } = response;
                    const answer = parsed(text);
                    if (statusCode < 300) resolve(answer);
                    else reject(refusal(statusCode, answer, text));
                });
            });
            sent.on("error", reject);
            sent.end(content);
        });
    }

    /** Asks for a login only once: a credential plugin takes a process for each answer. */
    private async connection(): Promise<RequestOptions> {
        const options: RequestOptions = {};
        await this.config.applyToHTTPSOptions(options);
        const { ca, cert, key, servername, headers } = options;
        return { headers: headers ?? {}, agent: new Agent({ keepAlive: true, ca, cert, key, servername }) };
    }
}

function parsed(text: string): PropertyMap {
    try {
        const value = JSON.parse(text) as PropertyValue;
        return isMap(value) ? value : {};
    } catch {
        return {};
    }
}

function refusal(code: number, status: PropertyMap, text: string): StatusError {
    const message = textOf(valueAt(status, "message"));
    return new StatusError(code, textOf(valueAt(status, "reason")), message === "" ? text.trim() : message);
}

/** `299 - "text"`, one after the other; quotes within are escaped. Node takes the bytes of a header for Latin-1. */
function warningsOf(header: string | string[] | undefined): string[] {
    const text = Buffer.from([header ?? []].flat().join(", "), "latin1").toString();
    return [...text.matchAll(/299 \S+ "((?:[^"\\]|\\.)*)"/g)].map(([, quoted = ""]) => quoted.replace(/\\(.)/g, "$1"));
}
