import { NativeSelect, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DiffText } from '@/ui/diff-text';
import { Loading } from '@/ui/loading';
import { ProblemNotice } from '@/ui/problem-notice';
import { type Differences, differencesQuery, type Version } from '../queries';
import classes from './version-differences.module.css';

interface VersionDifferencesProps {
  studyId: string;
  /** Newest first; two at least. */
  versions: readonly Version[];
}

/** Any two versions, word by word; at first the newest and the one before it. */
export function VersionDifferences({ studyId, versions }: VersionDifferencesProps) {
  const { t } = useTranslation('theory');
  const [before, setBefore] = useState(versions[1]?.id ?? '');
  const [after, setAfter] = useState(versions[0]?.id ?? '');
  const found = useQuery(differencesQuery(studyId, after, before));
  const options = versions.map((version) => ({
    value: version.id,
    label: t('versions.option', { number: version.number, stage: version.stage_label }),
  }));
  return (
    <div>
      <div className={classes.choices}>
        <NativeSelect
          label={t('versions.before')}
          data={options}
          value={before}
          onChange={(event) => setBefore(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('versions.after')}
          data={options}
          value={after}
          onChange={(event) => setAfter(event.currentTarget.value)}
        />
      </div>
      {found.isPending && <Loading />}
      {found.error && <ProblemNotice error={found.error} onRetry={() => found.refetch()} />}
      {found.data && <DifferencesText differences={found.data} />}
    </div>
  );
}

/** The differences of two versions, part by part; what is unchanged is only named. */
export function DifferencesText({ differences }: { differences: Differences }) {
  const { t } = useTranslation('theory');
  const parts = (['title', 'plain_summary', 'definition'] as const).map((part) => ({
    name: t(`parts.${part}`),
    change: undefined,
    facts: undefined,
    pieces: differences[part],
    isSame: differences[part].every(({ kind }) => kind === 'same'),
  }));
  const cmocs = differences.cmocs.map((cmoc, place) => ({
    name: t('versions.cmoc', { number: place + 1 }),
    change: t(`versions.change.${cmoc.change}`),
    facts: cmoc,
    pieces: cmoc.pieces,
    isSame: cmoc.change === 'same',
  }));
  const all = [...parts, ...cmocs];
  const unchanged = all.filter(({ isSame }) => isSame).map(({ name }) => name);
  return (
    <div className={classes.parts}>
      {all
        .filter(({ isSame }) => !isSame)
        .map(({ name, change, facts, pieces }) => (
          <section key={name}>
            <Title order={3} size="h4">
              {name}
              {change && <span className={classes.change}>{change}</span>}
            </Title>
            {facts && <CmocFacts cmoc={facts} />}
            <DiffText pieces={pieces} />
          </section>
        ))}
      {unchanged.length > 0 && (
        <p className={classes.unchanged}>
          {t('versions.unchanged', { parts: unchanged.join(', ').toLowerCase() })}
        </p>
      )}
    </div>
  );
}

/** The level, and presence or absence, where they changed. */
function CmocFacts({ cmoc: { before, after } }: { cmoc: Differences['cmocs'][number] }) {
  const { t } = useTranslation('theory');
  if (!before || !after) {
    return null;
  }
  return (
    <>
      {before.level !== after.level && (
        <DiffText
          pieces={[
            { kind: 'gone', text: t(`level.${before.level ?? 'none'}`) },
            { kind: 'new', text: t(`level.${after.level ?? 'none'}`) },
          ]}
        />
      )}
      {before.tells_of !== after.tells_of && (
        <DiffText
          pieces={[
            { kind: 'gone', text: t(`presence.${before.tells_of}`) },
            { kind: 'new', text: t(`presence.${after.tells_of}`) },
          ]}
        />
      )}
    </>
  );
}
