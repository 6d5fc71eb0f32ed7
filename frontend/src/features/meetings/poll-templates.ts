import type { AgendaPoint, Command, PollKind } from './queries';

export type OpenPoll = Extract<Command, { type: 'open_poll' }>;

export type SentTerms = Pick<OpenPoll, 'is_secret' | 'quorum' | 'quorum_share' | 'item_id'>;

/** A poll as it is being written. */
export interface PollDraft {
  kind: PollKind;
  prompt: string;
  /** One choice a line. */
  choices: string;
  points: 5 | 7 | 9;
  atMost: number;
}

export type Quorum = 'none' | 'half' | 'twoThirds' | 'number';
export const QUORUMS: readonly Quorum[] = ['none', 'half', 'twoThirds', 'number'];
const SHARES = { half: 50, twoThirds: 67 } as const;

/** How a poll is taken, whatever it asks. */
export interface PollTerms {
  isSecret: boolean;
  quorum: Quorum;
  quorumNumber: number;
}

/** The kinds in the order in which the chair is offered them. */
export const KINDS: readonly PollKind[] = [
  'vote',
  'rating',
  'decision',
  'choice',
  'ranking',
  'words',
];
export const MOST_WORDS = 3;
const MOST_CHOICES = 12;

export function takesChoices(kind: PollKind): boolean {
  return kind === 'choice' || kind === 'ranking';
}

/** What can be put in order without writing anything: the mechanisms on the agenda. */
export function titlesOf(agenda: readonly AgendaPoint[]): string[] {
  const titles = agenda.filter(({ version_id: version }) => version).map(({ title }) => title);
  return [...new Set(titles)].slice(0, MOST_CHOICES).map((title) => title.slice(0, 120));
}

export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** True where everybody can tell the choices apart, and there are neither too few nor too many. */
export function areChoices(choices: readonly string[]): boolean {
  const different = new Set(choices.map((choice) => choice.toLowerCase()));
  return different.size === choices.length && choices.length >= 2 && choices.length <= MOST_CHOICES;
}

/** How a poll is taken and on which point, as it is sent. */
export function sentTerms(terms: PollTerms, itemId: string | undefined): SentTerms {
  return {
    is_secret: terms.isSecret,
    quorum: terms.quorum === 'number' ? terms.quorumNumber : null,
    quorum_share:
      terms.quorum === 'half' || terms.quorum === 'twoThirds' ? SHARES[terms.quorum] : null,
    item_id: itemId ?? null,
  };
}

/** A poll as it is sent. */
export function sent(draft: PollDraft, terms: PollTerms, itemId: string | undefined): OpenPoll {
  const choices = takesChoices(draft.kind) ? linesOf(draft.choices) : [];
  const isLimited = draft.kind === 'choice' || draft.kind === 'words';
  const most = draft.kind === 'words' ? MOST_WORDS : choices.length;
  return {
    type: 'open_poll',
    kind: draft.kind,
    prompt: draft.prompt.trim(),
    choices,
    points: draft.points,
    at_most: isLimited ? Math.min(draft.atMost, most) : null,
    ...sentTerms(terms, itemId),
  };
}
