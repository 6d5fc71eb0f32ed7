/** The pages of refinement, by the layout they stand in. */
export const refinement = { panel: [], study: [] } as const;
