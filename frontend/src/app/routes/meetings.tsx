/** The pages of meetings, by the layout they stand in. */
export const meetings = { panel: [], study: [], session: [] } as const;
