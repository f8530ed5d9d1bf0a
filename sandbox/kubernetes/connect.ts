import type { Cloud } from "../providers/cloud";
import { isMap } from "../providers/property";
import type { ApiServer } from "./api-server";
import { AuthorizedApiServer } from "./authorized-api-server";
import type { Connection } from "./kubeconfig";
import { PretendApiServer } from "./pretend-api-server";

/** The API server of that connection, as the deployer sees it. Throws the reason why it cannot be reached. */
export function connect(cloud: Cloud, { server, login }: Connection): ApiServer {
    const { hostname } = new URL(server);
    const [cluster] = cloud
        .ofType("azure-native:containerservice:ManagedCluster")
        .filter(({ outputs }) => [outputs.fqdn, outputs.privateFQDN].includes(hostname));
    if (cluster === undefined) {
        throw new Error(
            `unable to load schema information from the API server: Get "${server}/openapi/v2": ` +
                `dial tcp: lookup ${hostname}: no such host`,
        );
    }
    if (login === "certificate" && cluster.outputs.disableLocalAccounts === true) {
        throw new Error("the server has asked for the client to provide credentials (Unauthorized)");
    }
    const apiServer = new PretendApiServer(cloud, cluster);
    // Local accounts may do everything, and without Entra ID there are no others.
    const isAdministrator = login === "certificate" || !isMap(cluster.outputs.aadProfile);
    return isAdministrator ? apiServer : new AuthorizedApiServer(apiServer, cloud, cluster);
}
