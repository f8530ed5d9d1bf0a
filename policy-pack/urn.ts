/** The logical name that a URN ends with. */
export function nameOfUrn(urn: string): string {
    return urn.split("::").slice(3).join("::") || urn;
}
