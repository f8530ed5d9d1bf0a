import type { Policy } from "../policy";
import { clusterAuthorizedIpRangesSet } from "./cluster/cluster-authorized-ip-ranges-set";
import { clusterDashboardAddOnDisabled } from "./cluster/cluster-dashboard-add-on-disabled";
import { clusterLocalAccountsDisabled } from "./cluster/cluster-local-accounts-disabled";
import { clusterRunCommandDisabled } from "./cluster/cluster-run-command-disabled";

/** Every policy of the pack, by practice. */
export const policies: readonly Policy[] = [
    // 1. Restrict access to the API server
    clusterAuthorizedIpRangesSet,
    clusterRunCommandDisabled,

    // 3. RBAC with Entra ID
    clusterLocalAccountsDisabled,

    // 5. Disable the dashboard
    clusterDashboardAddOnDisabled,
];
