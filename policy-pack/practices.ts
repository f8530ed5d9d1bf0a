/** The ten AKS security practices, by number, and what an auditor asks of a cluster beside them. */
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
    beyond: "Beyond the ten",
} as const;

/** The number of a practice, or `beyond`. */
export type Practice = keyof typeof practices;

/** Every practice, in order. */
export const everyPractice: readonly Practice[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, "beyond"];
