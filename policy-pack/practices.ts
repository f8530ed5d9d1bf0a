/** The ten AKS security practices, by number. */
export const practices = {
    1: "Restrict access to the API server",
    2: "Private cluster",
    3: "RBAC with Entra ID",
    4: "Plan the updates",
    5: "Disable the dashboard",
    6: "Secure the pods",
    7: "Detect threats",
    8: "Scan the images",
    9: "Azure Policy for AKS",
    10: "Expose services safely",
} as const;

/** The number of a practice. */
export type Practice = keyof typeof practices;
