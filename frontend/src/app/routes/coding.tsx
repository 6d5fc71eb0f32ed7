/** The pages of coding, by the layout they stand in. */
export const coding = { study: [] } as const;
