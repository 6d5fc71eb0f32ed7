import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/ui/empty-state';
import { nameOf } from '../item-name';
import type { RoundResults as Results, RoundItemResult } from '../queries';
import { ChoiceOutcome } from './choice-outcome';
import { ItemOutcome } from './item-outcome';
import { RatingOutcome } from './rating-outcome';
import { ReleasedComments } from './released-comments';
import { ResultsInShort } from './results-in-short';
import classes from './rounds.module.css';
import { TextOutcome } from './text-outcome';
import { VoteOutcome } from './vote-outcome';

/** A stakeholder group as the charts name it; `position` fixes its shape and colour. */
export interface ResultGroup {
  id: string;
  name: string;
  position: number;
}

interface RoundResultsProps {
  results: Results;
  groups: readonly ResultGroup[];
  /** True for those who were asked: their own answers are marked. */
  isPanel: boolean;
  /** What was said about an item. */
  renderComments?: (item: RoundItemResult) => ReactNode;
  /** Where the team says what came of an item. */
  renderForm?: (item: RoundItemResult) => ReactNode;
}

/** What came of a round, item by item. */
export function RoundResults({ results, groups, isPanel, ...parts }: RoundResultsProps) {
  const { t } = useTranslation('rounds');
  if (results.items.length === 0) {
    return <EmptyState title={t('results.none')} />;
  }
  const sections = results.items.map((item) => (
    <section key={item.id} className={classes.result} aria-labelledby={`result-${item.id}`}>
      <Title order={2} id={`result-${item.id}`}>
        {nameOf(item)}
      </Title>
      {item.version && item.cmoc_id && (
        <p className={classes.hint}>{t('answer.partOf', { title: item.version.title })}</p>
      )}
      <ItemOutcome item={item} />
      {item.questions.map((result) => (
        <div key={result.question.id}>
          <p className={classes.facts}>{result.question.prompt}</p>
          {result.kind === 'rating' && (
            <RatingOutcome result={result} groups={groups} isPanel={isPanel} />
          )}
          {result.kind === 'vote' && (
            <VoteOutcome result={result} groups={groups} isPanel={isPanel} canBeSaved />
          )}
          {(result.kind === 'choice' ||
            result.kind === 'ranking' ||
            result.kind === 'decision') && (
            <ChoiceOutcome result={result} groups={groups} isPanel={isPanel} canBeSaved />
          )}
          {(result.kind === 'text' || result.kind === 'missing') && (
            <TextOutcome result={result} groups={groups} />
          )}
        </div>
      ))}
      {isPanel && <ReleasedComments comments={item.comments} groups={groups} level={3} />}
      {parts.renderForm?.(item)}
      {parts.renderComments?.(item)}
    </section>
  ));
  return (
    <>
      <ResultsInShort items={results.items} />
      {sections}
    </>
  );
}
