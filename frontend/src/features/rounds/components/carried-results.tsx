import { useTranslation } from 'react-i18next';
import type { CarriedItem, QuestionResult } from '../queries';
import { useAnswerWords } from '../use-answer-words';
import { ChoiceOutcome } from './choice-outcome';
import { FiguresTable } from './figures-table';
import { GroupHistograms } from './group-histograms';
import { ReleasedComments } from './released-comments';
import type { ResultGroup } from './round-results';
import classes from './rounds.module.css';
import { VoteOutcome } from './vote-outcome';

interface CarriedResultsProps {
  carried: CarriedItem;
  groups: readonly ResultGroup[];
}

/** What came of an item in the round before: my answer, every group's, and what people said. */
export function CarriedResults({ carried, groups }: CarriedResultsProps) {
  const { t } = useTranslation('rounds');
  return (
    <section className={classes.question} aria-label={t('answer.before')}>
      <h3 className={classes.legend}>{t('answer.beforeIn', { round: carried.round_title })}</h3>
      {carried.questions.map(({ question_id, result }) => (
        <PanelResult key={question_id} result={result} groups={groups} />
      ))}
      <ReleasedComments comments={carried.comments} groups={groups} level={4} />
    </section>
  );
}

interface PanelResultProps {
  result: QuestionResult;
  groups: readonly ResultGroup[];
}

/** One question's answers as the panel is shown them: mine, everybody's by group, the table behind. */
export function PanelResult({ result, groups }: PanelResultProps) {
  const { t } = useTranslation('rounds');
  const words = useAnswerWords(result.question);
  if (result.kind === 'vote') {
    return <VoteOutcome result={result} groups={groups} isPanel />;
  }
  if (result.kind === 'choice' || result.kind === 'ranking' || result.kind === 'decision') {
    return <ChoiceOutcome result={result} groups={groups} isPanel />;
  }
  return (
    <>
      <p>{result.mine ? t('results.own', { answer: words(result.mine) }) : t('results.ownNone')}</p>
      {result.kind === 'rating' && (
        <>
          <GroupHistograms result={result} groups={groups} />
          <details className={classes.more}>
            <summary>{t('results.figures')}</summary>
            <FiguresTable result={result} groups={groups} />
          </details>
        </>
      )}
    </>
  );
}
