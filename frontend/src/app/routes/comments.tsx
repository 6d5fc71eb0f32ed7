/** The pages of comments, by the layout they stand in. */
export const comments = { panel: [], study: [] } as const;
