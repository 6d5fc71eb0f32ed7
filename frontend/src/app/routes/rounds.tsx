/** The pages of rounds, by the layout they stand in. */
export const rounds = { panel: [], study: [] } as const;
