import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { GroupsReading, RoundOpinions, VotesCast } from '../statement-queries';
import { OpinionStatements } from './opinion-statements';
import { OpinionTables } from './opinion-tables';
import classes from './opinions.module.css';
import rounds from './rounds.module.css';

interface OpinionGroupsProps {
  title: string;
  opinions: RoundOpinions;
  reading: GroupsReading;
  nameOf: (key: string) => string;
}

/** What groups have in common, what sets each apart, what divides them; the figures behind it. */
export function OpinionGroups({ title, opinions, reading, nameOf }: OpinionGroupsProps) {
  const { t } = useTranslation('rounds');
  return (
    <section className={classes.section}>
      <Title order={2}>{title}</Title>
      {reading.is_partial && (
        <p className={rounds.note}>{t('opinions.partial', { count: opinions.suppress_below })}</p>
      )}
      <div className={classes.told}>
        <h3>{t('opinions.common')}</h3>
        <OpinionStatements
          opinions={opinions}
          ids={reading.common}
          none={t('opinions.commonNone')}
        />
      </div>
      {reading.telling.map((group) => (
        <div
          key={group.key}
          id={`opinion-group-${group.key}`}
          tabIndex={-1}
          className={classes.told}
        >
          <h3>{t('opinions.telling', { group: nameOf(group.key) })}</h3>
          {reading.mine === group.key && <p>{t('opinions.you')}</p>}
          <Telling opinions={opinions} statements={group.statements} />
        </div>
      ))}
      <div className={classes.told}>
        <h3>{t('opinions.divisive')}</h3>
        <OpinionStatements
          opinions={opinions}
          ids={reading.divisive}
          none={t('opinions.divisiveNone')}
        />
      </div>
      <OpinionTables opinions={opinions} reading={reading} nameOf={nameOf} />
    </section>
  );
}

interface TellingProps {
  opinions: RoundOpinions;
  statements: GroupsReading['telling'][number]['statements'];
}

function Telling({ opinions, statements }: TellingProps) {
  const { t } = useTranslation('rounds');
  if (statements.length === 0) {
    return <p className={classes.quiet}>{t('opinions.tellingNone')}</p>;
  }
  return (
    <ol className={classes.list}>
      {statements.map(({ item_id, direction, here, elsewhere }) => (
        <li key={`${item_id} ${direction}`}>
          {opinions.statements.find((statement) => statement.item_id === item_id)?.text}
          <p>
            {t(`opinions.tell.${direction}`, {
              count: here[direction],
              total: totalOf(here),
              others: elsewhere[direction],
              othersTotal: totalOf(elsewhere),
            })}
          </p>
        </li>
      ))}
    </ol>
  );
}

function totalOf({ agree, disagree, passed }: VotesCast): number {
  return agree + disagree + passed;
}
