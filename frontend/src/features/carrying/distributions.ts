import type { InRound, Poll, QuestionTogether } from './queries';

/** Some people's answers, counted in the order of the options or of the points of the scale. */
export interface Figures {
  counts: readonly number[];
  /** How many answered, those who were unable to say among them. */
  total: number;
  unable: number;
  median: number | null;
  /** Of a ranking, the mean place of each option. */
  places: readonly number[] | null;
}

export interface Distribution {
  whole: Figures | null;
  /** By the id of a group, `''` for whoever is in none; null where it is not shown by itself. */
  groups: ReadonlyMap<string, Figures | null>;
}

/** What can be answered, in the order of the counts. */
export function labelsOf({ scale, choices }: Poll): string[] {
  return scale
    ? Array.from({ length: scale.high - scale.low + 1 }, (_, step) => String(scale.low + step))
    : [...choices];
}

/** What came of a poll; nothing for words, which are never counted together. */
export function ofPoll({ kind, result }: Poll): Distribution | null {
  if (!result || kind === 'words') {
    return null;
  }
  return {
    whole: pollFigures(result, result.total),
    groups: new Map(
      result.groups.map((group) => [group.group_id ?? '', pollFigures(group, group.total ?? 0)]),
    ),
  };
}

type PollFigures = Pick<NonNullable<Poll['result']>, 'counts' | 'unable' | 'median' | 'mean_ranks'>;

function pollFigures(found: PollFigures, total: number): Figures | null {
  return (
    found.counts && {
      counts: found.counts,
      total,
      unable: found.unable ?? 0,
      median: found.median,
      places: found.mean_ranks,
    }
  );
}

/** What came of a question in a round, or of the answers of both places together. */
export function ofRound(result: InRound): Distribution | null {
  switch (result.kind) {
    case 'rating':
      return read(result.whole, result.groups, ({ counts, rated, unable, median }) => ({
        counts: counts.map(({ count }) => count),
        total: rated + unable,
        unable,
        median,
        places: null,
      }));
    case 'vote':
      return read(result.whole, result.groups, ({ agree, disagree, passed }) => ({
        counts: [agree, disagree, passed],
        total: agree + disagree + passed,
        unable: 0,
        median: null,
        places: null,
      }));
    case 'choice':
    case 'ranking':
    case 'decision': {
      const ids = result.question.options.map(({ id }) => id);
      return read(result.whole, result.groups, ({ counts, answered, ranks }) => ({
        counts: ids.map((id) => counts.find(({ option_id }) => option_id === id)?.count ?? 0),
        total: answered,
        unable: 0,
        median: null,
        places:
          ranks &&
          ids.map((id) => ranks.order.find(({ option_id }) => option_id === id)?.mean_rank ?? 0),
      }));
    }
    default:
      return null;
  }
}

function read<Found>(
  whole: Found,
  groups: readonly { group_id: string; figures: Found | null }[],
  figures: (found: Found) => Figures,
): Distribution {
  return {
    whole: figures(whole),
    groups: new Map(
      groups.map(({ group_id: id, figures: found }) => [id, found && figures(found)]),
    ),
  };
}

/** How many people are in all, in plain numbers. */
export interface Heads {
  inRound: number;
  inRoom: number;
  both: number;
  together: number;
}

/** Who is counted where; nothing where the answers are not counted together. */
export function headsOf(found: QuestionTogether): Heads | null {
  const together = found.together && ofRound(found.together);
  if (!together?.whole || found.answered_both === null) {
    return null;
  }
  return {
    inRound: ofRound(found.in_round)?.whole?.total ?? 0,
    inRoom: found.polls
      .filter(({ apart }) => apart === null)
      .reduce((sum, { poll }) => sum + (poll.result?.total ?? 0), 0),
    both: found.answered_both,
    together: together.whole.total,
  };
}
