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
  const isShown = ({ key }: Telling) =>
    reading.statements.some(({ groups }) => groups.some((each) => each.key === key && each.votes));
  const telling = reading.telling.filter(({ statements }) => statements.length > 0);
  const silent = reading.telling.filter(({ statements }) => statements.length === 0);
  const alike = silent.filter(isShown);
  const hidden = silent.filter((group) => !isShown(group));
  // of no statement can it be said that every group agrees while one of them is hidden
  const isCommonKnown = reading.statements.some(({ common }) => common !== null);
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
          none={t(isCommonKnown ? 'opinions.commonNone' : 'opinions.commonHidden')}
        />
      </div>
      {telling.map((group) => (
        <div
          key={group.key}
          id={`opinion-group-${group.key}`}
          tabIndex={-1}
          className={classes.told}
        >
          <h3>{t('opinions.telling', { group: nameOf(group.key) })}</h3>
          {reading.mine === group.key && <p>{t('opinions.you')}</p>}
          <TellingStatements opinions={opinions} statements={group.statements} />
        </div>
      ))}
      <NamedGroups title={t('opinions.tellingNone')} groups={alike} {...{ reading, nameOf }} />
      <NamedGroups title={t('opinions.tellingHidden')} groups={hidden} {...{ reading, nameOf }} />
      <div className={classes.told}>
        <h3>{t('opinions.divisive')}</h3>
        <OpinionStatements
          opinions={opinions}
          ids={reading.divisive}
          none={t(hidden.length > 0 ? 'opinions.divisiveShown' : 'opinions.divisiveNone')}
        />
      </div>
      <OpinionTables opinions={opinions} reading={reading} nameOf={nameOf} />
    </section>
  );
}

type Telling = GroupsReading['telling'][number];

interface NamedGroupsProps {
  title: string;
  groups: readonly Telling[];
  reading: GroupsReading;
  nameOf: (key: string) => string;
}

/** Groups of which there is nothing more to say than why. */
function NamedGroups({ title, groups, reading, nameOf }: NamedGroupsProps) {
  const { t } = useTranslation('rounds');
  return groups.length === 0 ? null : (
    <div className={classes.told}>
      <h3>{title}</h3>
      <ul className={classes.list}>
        {groups.map(({ key }) => (
          <li key={key} id={`opinion-group-${key}`} tabIndex={-1}>
            {nameOf(key)} {reading.mine === key && <span>{t('opinions.you')}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface TellingProps {
  opinions: RoundOpinions;
  statements: Telling['statements'];
}

function TellingStatements({ opinions, statements }: TellingProps) {
  const { t } = useTranslation('rounds');
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
