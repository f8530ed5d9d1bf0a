/** The project's name, under its old organization, its new one, and in the names of packages and files. */
const project = /(?:^|[/.])kubernetes(?:-retired)?(?:\.github\.io)?[/_-]dashboard(?:[/._-]|$)/i;

/** Whether an image is one of the Kubernetes dashboard: of Docker Hub, of the old and new registries, or of a mirror. */
export function isDashboardImage(image: string): boolean {
    const path = image
        .toLowerCase()
        .replace(/@.*/, "")
        .replace(/:[^/]*$/, "")
        .split("/");
    // A first segment with a dot or a port is the registry.
    const names = path.length > 1 && /[.:]/.test(path[0] ?? "") ? path.slice(1) : path;
    const [organization, name] = [names.at(-2), names.at(-1) ?? ""];
    return (
        names.some((segment) => segment.startsWith("kubernetesui") || segment.includes("kubernetes-dashboard")) ||
        (organization === "kubernetes" && name === "dashboard")
    );
}

/** Whether a chart is that of the dashboard: by name, with or without repository, path, URL or OCI reference. */
export function isDashboardChart(chart: string): boolean {
    const name =
        chart
            .toLowerCase()
            .replace(/[?#].*/, "")
            .replace(/\/+$/, "")
            .split("/")
            .at(-1) ?? "";
    return /^kubernetes-dashboard(?:-v?\d[\w.+-]*|[:@].*)?(?:\.tgz)?$/.test(name);
}

/** Whether a repository, a URL or a file belongs to the dashboard project. */
export function isDashboardSource(source: string): boolean {
    return project.test(source);
}

/** The labels by which releases of the dashboard mark their pods. */
export const dashboardLabels = ["k8s-app", "app", "app.kubernetes.io/name", "app.kubernetes.io/part-of"] as const;

/** The name of the dashboard's namespace, service account and label values. */
export const dashboardName = "kubernetes-dashboard";
