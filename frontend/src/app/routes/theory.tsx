/** The pages of theory, by the layout they stand in. */
export const theory = { panel: [], study: [] } as const;
