import { Button, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import { type MyStatements, useTakeBack } from '../statement-queries';
import rounds from './rounds.module.css';
import classes from './statements.module.css';

interface StatementWrittenProps {
  studyId: string;
  mine: MyStatements;
}

/** What became of each statement that I wrote, and why. */
export function StatementWritten({ studyId, mine }: StatementWrittenProps) {
  const { t } = useTranslation('rounds');
  const takeBack = useTakeBack(studyId, mine.id);
  if (mine.written.length === 0) {
    return null;
  }
  return (
    <section className={rounds.section}>
      <Title order={2}>{t('statements.written.title')}</Title>
      {takeBack.error && <ProblemNotice error={takeBack.error} />}
      <ul className={classes.list}>
        {mine.written.map((statement) => (
          <li key={statement.item_id} className={rounds.card}>
            <p className={classes.words}>{statement.text}</p>
            <p>{t(`statements.written.standing.${statement.standing}`)}.</p>
            {statement.refused_for && (
              <p>
                {t(`statements.refused.${statement.refused_for}`)} {statement.reason}
              </p>
            )}
            {statement.own_words && (
              <p className={classes.quiet}>
                {t('statements.written.changed', { words: statement.own_words })}
              </p>
            )}
            {statement.can_be_taken_back ? (
              <Button
                variant="default"
                aria-label={t('statements.written.takeBackOf', { statement: statement.text })}
                loading={takeBack.isPending && takeBack.variables === statement.item_id}
                onClick={() => takeBack.mutate(statement.item_id)}
              >
                {t('statements.written.takeBack')}
              </Button>
            ) : (
              statement.standing === 'shown' && (
                <p className={classes.quiet}>{t('statements.written.fixed')}</p>
              )
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
