import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { nameOf } from '../item-name';
import type { RoundItemResult } from '../queries';
import { findingOf } from '../verdict';
import classes from './rounds.module.css';

/** Every item with its outcome in a line, leading down to its figures; nothing for a short page. */
export function ResultsInShort({ items }: { items: readonly RoundItemResult[] }) {
  const { t } = useTranslation('rounds');
  if (items.length < 3) {
    return null;
  }
  return (
    <nav aria-label={t('results.inShort')}>
      <h2>{t('results.inShort')}</h2>
      <ol className={classes.inShort}>
        {items.map((item) => (
          <li key={item.id}>
            <Anchor href={`#result-${item.id}`}>{nameOf(item)}</Anchor>
            <Outcome item={item} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Outcome({ item }: { item: RoundItemResult }) {
  const { t } = useTranslation('rounds');
  if (item.finding) {
    return <div className={classes.hint}>{t(`feedback.outcome.${item.finding.outcome}`)}</div>;
  }
  const rated = item.questions.find((result) => result.kind === 'rating');
  if (!rated) {
    return null;
  }
  const finding = findingOf(rated);
  return <div className={classes.hint}>{t(`results.finding.${finding.kind}`, { ...finding })}</div>;
}
