/** The pages of reports, by the layout they stand in. */
export const reports = { study: [] } as const;
