import { useTranslation } from 'react-i18next';
import { DrawnFigure } from '@/ui/drawn-figure';
import { headsOf, ofPoll, ofRound } from '../distributions';
import { nameOfRoom } from '../places';
import type { QuestionTogether, StakeholderGroup } from '../queries';
import { useTogetherFinding } from '../use-together-finding';
import classes from './carrying.module.css';
import { TogetherCharts } from './together-charts';
import { TogetherTable } from './together-table';

interface TogetherViewProps {
  found: QuestionTogether;
  groups: readonly StakeholderGroup[];
}

/** One question in the round and in the room: each place, both together, and who counts where. */
export function TogetherView({ found, groups }: TogetherViewProps) {
  const { t } = useTranslation('carrying');
  const finding = useTogetherFinding();
  const [first] = found.polls;
  if (!first) {
    return null;
  }
  const { poll } = first;
  const canBeDrawn = ofRound(found.in_round) !== null || ofPoll(poll) !== null;
  return (
    <article className={classes.together} aria-label={poll.prompt}>
      <p className={classes.asked}>{poll.prompt}</p>
      {canBeDrawn && (
        <>
          <DrawnFigure name={poll.prompt}>
            <p className={classes.finding}>{finding(found)}</p>
            <TogetherCharts found={found} poll={poll} groups={groups} />
          </DrawnFigure>
          <details className={classes.behind}>
            <summary>{t('together.table')}</summary>
            <TogetherTable found={found} poll={poll} groups={groups} />
          </details>
        </>
      )}
      <Counted found={found} />
    </article>
  );
}

/** Who is counted where, and why something is not added up, in plain words. */
function Counted({ found }: { found: QuestionTogether }) {
  const { t } = useTranslation('carrying');
  const heads = headsOf(found);
  const inRound = ofRound(found.in_round)?.whole;
  const reasons = [...new Set(found.polls.flatMap(({ apart }) => (apart ? [apart] : [])))];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in
    <div role="group" className={classes.counted} aria-label={t('together.counted')}>
      <p className={classes.who}>{t('together.counted')}</p>
      <ul>
        {inRound && <li>{t('together.countedRound', { count: inRound.total })}</li>}
        {found.polls.map(({ poll, meeting_title: meeting }, place) => (
          <li key={poll.id}>
            {t('together.countedRoom', {
              count: poll.result?.total ?? 0,
              where: nameOfRoom(found, place, t),
              meeting,
            })}
          </li>
        ))}
        {heads && (
          <li>{t('together.countedBoth', { count: heads.both, together: heads.together })}</li>
        )}
        {reasons.map((reason) => (
          <li key={reason}>{t(`apart.${reason}`)}</li>
        ))}
      </ul>
      {heads && <p className={classes.small}>{t('together.groups')}</p>}
    </div>
  );
}
