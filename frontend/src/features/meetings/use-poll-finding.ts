import { useTranslation } from 'react-i18next';
import type { Poll } from './queries';

/** What came of a poll in one sentence, as the title of its drawing. */
export function usePollFinding() {
  const { t } = useTranslation('meetings');
  return (poll: Poll): string => {
    const { result } = poll;
    if (!result) {
      return t('finding.hidden');
    }
    if (result.total === 0) {
      return t('result.nobody');
    }
    if (result.counts === null) {
      return t('finding.tooFew', { count: result.total });
    }
    if (poll.kind === 'words') {
      const [first] = result.words ?? [];
      return first && first.count > 1
        ? t('finding.word', { word: first.word, count: first.count })
        : t('finding.words', { count: result.words?.length ?? 0 });
    }
    if (poll.kind === 'rating') {
      const band = poll.scale?.bands.find(
        ({ low, high }) => result.median !== null && low <= result.median && result.median <= high,
      );
      return result.median === null
        ? t('finding.allUnable')
        : t(band ? 'finding.medianIn' : 'finding.median', {
            median: result.median,
            band: band?.name,
          });
    }
    return leadOf(poll, result.counts, result.total);
  };

  function leadOf(poll: Poll, counts: readonly number[], total: number): string {
    const ranks = poll.result?.mean_ranks;
    // of a ranking the least mean place leads, of everything else the most votes
    const best = ranks ? Math.min(...ranks) : Math.max(...counts);
    const leading = poll.choices.filter((_, place) => (ranks ?? counts)[place] === best);
    if (leading.length !== 1) {
      return t('finding.tied', { choices: leading.join(', ') });
    }
    return t(ranks ? 'finding.first' : 'finding.most', {
      choice: leading[0],
      count: best,
      place: Math.round(best * 10) / 10,
      total,
    });
  }
}
