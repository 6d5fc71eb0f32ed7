import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Histogram } from '@/ui/histogram';
import { groupColour } from '@/ui/marks/group-mark';
import type { Asked } from '../queries';
import classes from './proposals.module.css';

interface Group {
  id: string;
  name: string;
  position: number;
}

interface AskedFiguresProps {
  asked: readonly Asked[];
  groups: readonly Group[];
  /** What a version is called, with its number. */
  versionName: (versionId: string) => string;
}

/** What closed rounds found on a version: ratings and votes, over all and by group. */
export function AskedFigures({ asked, groups, versionName }: AskedFiguresProps) {
  const { t } = useTranslation('refinement');
  if (asked.length === 0) {
    return <p className={classes.quiet}>{t('trace.notAsked')}</p>;
  }
  return (
    <ul className={classes.plain}>
      {asked.map((one) => (
        <li key={one.result.question.id} className={classes.card}>
          <Title order={3} size="h4">
            {one.round_title}
          </Title>
          <p className={classes.quiet}>
            {t('trace.askedOf', {
              version: versionName(one.version_id),
              prompt: one.result.question.prompt,
            })}
          </p>
          {one.result.kind === 'rating' && <Ratings result={one.result} groups={groups} />}
          {one.result.kind === 'vote' && <Votes result={one.result} groups={groups} />}
          {one.result.kind !== 'rating' && one.result.kind !== 'vote' && (
            <Choices result={one.result} groups={groups} />
          )}
          <Hidden result={one.result} groups={groups} />
        </li>
      ))}
    </ul>
  );
}

type Rating = Extract<Asked['result'], { kind: 'rating' }>;
type Vote = Extract<Asked['result'], { kind: 'vote' }>;
type Choice = Exclude<Asked['result'], Rating | Vote>;

/** Small histograms in a row on one scale: everybody, then each group that may be shown. */
function Ratings({ result, groups }: { result: Rating; groups: readonly Group[] }) {
  const { t } = useTranslation('refinement');
  const shown = [
    { name: t('trace.everybody'), figures: result.whole, colour: undefined },
    ...groups.flatMap((group) => {
      const figures = result.groups.find(({ group_id }) => group_id === group.id)?.figures;
      return figures ? [{ name: group.name, figures, colour: groupColour(group.position) }] : [];
    }),
  ];
  const tallest = Math.max(...result.whole.counts.map(({ count }) => count));
  return (
    <div className={classes.charts}>
      {shown.map(({ name, figures, colour }) => (
        <Histogram
          key={name}
          title={t(figures.rated > 0 ? 'trace.rated' : 'trace.ratedNone', {
            group: name,
            median: figures.median,
            count: figures.rated,
          })}
          bins={figures.counts.map(({ point, count }) => ({ value: point, count }))}
          median={figures.median}
          tallest={tallest}
          {...(colour ? { colour } : {})}
        />
      ))}
    </div>
  );
}

function Votes({ result, groups }: { result: Vote; groups: readonly Group[] }) {
  const { t } = useTranslation('refinement');
  return (
    <ul className={classes.plain}>
      <li>
        {t('trace.everybody')}: {t('trace.votes', { ...result.whole })}
      </li>
      {groups.map((group) => {
        const figures = result.groups.find(({ group_id }) => group_id === group.id)?.figures;
        return figures ? (
          <li key={group.id}>
            {group.name}: {t('trace.votes', { ...figures })}
          </li>
        ) : null;
      })}
    </ul>
  );
}

function Choices({ result, groups }: { result: Choice; groups: readonly Group[] }) {
  const { t } = useTranslation('refinement');
  const words = ({ counts }: Choice['whole']) =>
    counts
      .filter(({ count }) => count > 0)
      .map(({ option_id, count }) => {
        const option = result.question.options.find(({ id }) => id === option_id);
        return `${option?.label}: ${count}`;
      })
      .join(', ');
  return (
    <ul className={classes.plain}>
      <li>
        {t('trace.everybody')}: {words(result.whole)}
      </li>
      {groups.map((group) => {
        const figures = result.groups.find(({ group_id }) => group_id === group.id)?.figures;
        return figures ? (
          <li key={group.id}>
            {group.name}: {words(figures)}
          </li>
        ) : null;
      })}
    </ul>
  );
}

function Hidden({ result, groups }: { result: Asked['result']; groups: readonly Group[] }) {
  const { t } = useTranslation('refinement');
  const hidden = new Set(
    result.groups.flatMap(({ group_id, figures }) => (figures ? [] : [group_id])),
  );
  const names = groups.filter(({ id }) => hidden.has(id)).map(({ name }) => name);
  return names.length > 0 ? (
    <p className={classes.quiet}>{t('trace.hidden', { groups: names.join(', ') })}</p>
  ) : null;
}
