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
    readonly answer?: (request: ArmRequest) => PropertyMap;
    /** What else comes into being, or changes, by the request. */
    readonly afterwards?: (request: ArmRequest, outputs: PropertyMap) => void;
    /** Outputs that depend on other resources, worked out whenever the resource is read. */
    readonly current?: (resource: CloudResource, cloud: Cloud) => PropertyMap;
    /** Inputs that list children: what is not given is left alone, and is not taken over by a refresh. */
    readonly children?: readonly string[];
    /** Throws what ARM would refuse a deletion with. */
    readonly refuseDeletion?: (resource: CloudResource, cloud: Cloud) => void;
    /** What goes away, or stays, with a deleted resource. */
    readonly afterDeletion?: (resource: CloudResource, cloud: Cloud) => void;
    /** Of what every subscription has from the start: what it is before anyone has set it. Nobody can create it. */
    readonly initial?: PropertyMap;
}
