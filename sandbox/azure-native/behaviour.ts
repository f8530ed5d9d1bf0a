import type { Cloud, CloudResource } from "../providers/cloud";
import type { PropertyMap } from "../providers/property";

/** What ARM looks at when a resource is created or updated. */
export interface ArmRequest {
    readonly id: string;
    readonly name: string;
    readonly subscriptionId: string;
    readonly inputs: PropertyMap;
    /** The resource as it is; undefined at its creation. */
    readonly existing: CloudResource | undefined;
    readonly cloud: Cloud;
}

/** What is special about a resource type. */
export interface ResourceBehaviour {
    /** Throws what ARM would refuse the request with. */
    readonly refuse?: (request: ArmRequest) => void;
    /** Outputs that ARM adds, or puts in place of what was requested. */
    readonly answer?: (request: ArmRequest, echoed: PropertyMap) => PropertyMap;
    /** Throws what ARM would refuse a deletion with. */
    readonly refuseDeletion?: (resource: CloudResource, cloud: Cloud) => void;
    /** What else happens: resources that the request creates or changes along the way. */
    readonly afterwards?: (request: ArmRequest, outputs: PropertyMap) => void;
}
