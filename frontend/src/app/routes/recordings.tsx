/** The pages of recordings, by the layout they stand in. */
export const recordings = { study: [] } as const;
