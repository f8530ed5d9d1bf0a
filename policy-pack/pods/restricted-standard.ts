/** Why what only the standard restricted demands is advice. */
export const beyondBaseline =
    "A namespace may run at the standard baseline, which does not demand it; the profiles production and regulated make it mandatory.";
