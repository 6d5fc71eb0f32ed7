import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '@/ui/data-table';
import type { RoundResults } from '../queries';
import type { QuestionChange, RoundComparison } from '../results-queries';
import type { ResultGroup } from './round-results';
import classes from './rounds.module.css';

interface ChangesTableProps {
  comparison: RoundComparison;
  results: RoundResults;
  groups: readonly ResultGroup[];
}

type Change = NonNullable<QuestionChange['whole']>;

/** What changed since the round before, item by item, of those who rated in both. */
export function ChangesTable({ comparison, results, groups }: ChangesTableProps) {
  const { t } = useTranslation('rounds');
  const [groupId, setGroupId] = useState('');
  const titleOf = ({ item_id }: QuestionChange) => {
    const item = results.items.find(({ id }) => id === item_id);
    return item?.version?.title ?? item?.statement ?? '';
  };
  const changeOf = (question: QuestionChange): Change | null =>
    groupId
      ? (question.groups.find(({ group_id }) => group_id === groupId)?.change ?? null)
      : question.whole;
  const number = (
    key: string,
    header: string,
    read: (change: Change) => number | null,
  ): Column<QuestionChange> => ({
    key,
    header,
    isNumber: true,
    cell: (question) => {
      const change = changeOf(question);
      return change ? rounded(read(change)) : t('results.tooFew');
    },
  });
  const columns: Column<QuestionChange>[] = [
    { key: 'item', header: t('results.item'), cell: titleOf },
    number('pairs', t('results.pairs'), ({ pairs }) => pairs),
    number('changed', t('results.changedBand'), ({ changed_band }) => changed_band),
    number('kappa', t('results.kappa'), ({ kappa }) => kappa),
    number('wilcoxon', t('results.wilcoxon'), ({ wilcoxon_p }) => wilcoxon_p),
    number('cv', t('results.cvChange'), ({ cv_change }) => cv_change),
    number('left', t('results.shareLeft'), ({ share_left }) => share_left),
    {
      key: 'loss',
      header: t('results.loss'),
      cell: (question) => {
        const loss = changeOf(question)?.loss;
        return loss
          ? t('results.lossFound', {
              stayed: rounded(loss.stayed.median),
              left: rounded(loss.left.median),
              p: rounded(loss.p),
            })
          : '–';
      },
    },
  ];
  const asked = groups.filter(({ id }) =>
    comparison.questions.some((question) => question.groups.some((each) => each.group_id === id)),
  );
  const { concordance, concordance_before } = comparison;
  return (
    // the table is a landmark of this name already
    <section className={classes.result}>
      <h2>{t('results.changesSince', { title: comparison.earlier_title })}</h2>
      {concordance && concordance_before && (
        <p>
          {t('results.concordance', {
            before: rounded(concordance_before.w),
            now: rounded(concordance.w),
          })}
        </p>
      )}
      <NativeSelect
        label={t('results.changesOf')}
        value={groupId}
        onChange={(event) => setGroupId(event.currentTarget.value)}
        data={[
          { value: '', label: t('results.everybody') },
          ...asked.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        maw={320}
      />
      <DataTable
        caption={t('results.changesSince', { title: comparison.earlier_title })}
        isCaptionHidden
        columns={columns}
        rows={comparison.questions}
        rowKey={({ question_id }) => question_id}
        minWidth={760}
      />
    </section>
  );
}

function rounded(value: number | null): string {
  return value === null ? '–' : String(Math.round(value * 1000) / 1000);
}
