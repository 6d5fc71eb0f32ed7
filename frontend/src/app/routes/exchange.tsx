/** The pages of exchange, by the layout they stand in. */
export const exchange = { study: [] } as const;
