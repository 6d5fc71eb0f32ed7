/** The pages of texts, by the layout they stand in. */
export const texts = { study: [] } as const;
