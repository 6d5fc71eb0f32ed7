import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/ui/empty-state';
import type { RoundOpinions } from '../statement-queries';
import { OpinionGroups } from './opinion-groups';
import { OpinionLeftOut } from './opinion-left-out';
import { OpinionMap } from './opinion-map';
import { OpinionStatements } from './opinion-statements';
import classes from './opinions.module.css';

/** A stakeholder group by its id. */
interface NamedGroup {
  id: string;
  name: string;
}

interface OpinionReadingProps {
  opinions: RoundOpinions;
  groups: readonly NamedGroup[];
}

/** What the votes say: of everybody, by opinion group, by stakeholder group, and what is missing. */
export function OpinionReading({ opinions, groups }: OpinionReadingProps) {
  const { t } = useTranslation('rounds');
  if (opinions.people === 0) {
    return (
      <>
        <EmptyState title={t('opinions.nothing')} />
        <OpinionLeftOut opinions={opinions} />
      </>
    );
  }
  const nameOf = (key: string) =>
    groups.find(({ id }) => id === key)?.name ?? t('opinions.group', { key });
  return (
    <>
      <OpinionFinding opinions={opinions} />
      <section className={classes.section}>
        <Title order={2}>{t('opinions.agreed')}</Title>
        <OpinionStatements
          opinions={opinions}
          ids={opinions.agreed}
          none={t('opinions.noConsensus')}
        />
        {opinions.disagreed.length > 0 && (
          <>
            <Title order={2}>{t('opinions.disagreed')}</Title>
            <OpinionStatements opinions={opinions} ids={opinions.disagreed} none="" />
          </>
        )}
      </section>
      {opinions.opinion && opinions.opinion.groups.length > 1 && (
        <OpinionGroups
          title={t('opinions.byOpinion')}
          opinions={opinions}
          reading={opinions.opinion}
          nameOf={nameOf}
        />
      )}
      {opinions.stakeholder && (
        <OpinionGroups
          title={t('opinions.byStakeholder')}
          opinions={opinions}
          reading={opinions.stakeholder}
          nameOf={nameOf}
        />
      )}
      <OpinionLeftOut opinions={opinions} />
    </>
  );
}

function OpinionFinding({ opinions }: { opinions: RoundOpinions }) {
  const { t } = useTranslation('rounds');
  const { opinion } = opinions;
  if (!opinion) {
    return (
      <section>
        <Title order={2}>{t('opinions.refused')}</Title>
        <p className={classes.quiet}>
          {t('opinions.tooFew', { needed: opinions.minimum, enough: opinions.enough })}
        </p>
      </section>
    );
  }
  const { silhouette, bound } = opinions;
  return (
    <section>
      <Title order={2}>{t('opinions.found', { count: opinion.groups.length })}</Title>
      <p className={classes.quiet}>
        {silhouette === null || bound === null
          ? t('opinions.oneWords')
          : t('opinions.clear', { silhouette: silhouette.toFixed(2), bound: bound.toFixed(2) })}
      </p>
      {opinion.groups.length > 1 && <OpinionMap opinions={opinions} reading={opinion} />}
    </section>
  );
}
