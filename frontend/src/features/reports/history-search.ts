/** What a line of the log can be about: the first part of its tag. */
export const SUBJECTS = [
  'study',
  'theory',
  'round',
  'meeting',
  'comments',
  'recording',
  'texts',
  'coding',
  'refinement',
  'exchange',
] as const;

export type Subject = (typeof SUBJECTS)[number];

/** What the log is narrowed to, as it stands in the page's address; days as 2026-11-21. */
export interface HistorySearch {
  subject?: Subject;
  person?: string;
  since?: string;
  until?: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Keeps of an address what can be asked for. */
export function historySearch(given: Record<string, unknown>): HistorySearch {
  const subject = SUBJECTS.find((one) => one === given.subject);
  const { person, since, until } = given;
  return {
    ...(subject && { subject }),
    ...(typeof person === 'string' && person && { person }),
    ...(typeof since === 'string' && DAY.test(since) && { since }),
    ...(typeof until === 'string' && DAY.test(until) && { until }),
  };
}

/** The same, by the names that the server knows. */
export function historyFilter({ person, ...rest }: HistorySearch) {
  return { ...rest, ...(person && { member_id: person }) };
}

/** Where the same lines can be had as a table. */
export function historyTableUrl(studyId: string, search: HistorySearch): string {
  const query = new URLSearchParams(historyFilter(search));
  return `/api/studies/${studyId}/history.csv?${query}`;
}
