import { Button, Stack, Textarea, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countCodepoints } from '@/lib/codepoints';
import { newId } from '@/lib/new-id';
import { ProblemNotice } from '@/ui/problem-notice';
import { alikeQuery, type MyStatements, useWriteStatement } from '../statement-queries';
import rounds from './rounds.module.css';
import classes from './statements.module.css';

const WORTH_COMPARING = 8;

interface StatementWritingProps {
  studyId: string;
  mine: MyStatements;
  /** Shows a statement that is there already, to be voted on. */
  onVoteOn: (itemId: string) => void;
}

/** Where a panel member adds a statement: the policy, what is left, and what is there already. */
export function StatementWriting({ studyId, mine, onVoteOn }: StatementWritingProps) {
  const { t } = useTranslation('rounds');
  const [text, setText] = useState('');
  const write = useWriteStatement(studyId, mine.id);
  // other words are another statement; the same words sent again are the same one
  // biome-ignore lint/correctness/useExhaustiveDependencies: made anew for new words
  const clientId = useMemo(newId, [text]);
  const left = mine.longest - countCodepoints(text.trim());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    write.mutate({ client_id: clientId, text }, { onSuccess: () => setText('') });
  };
  return (
    <section className={rounds.section}>
      <Title order={2}>{t('statements.write.title')}</Title>
      <h3>{t('statements.write.what')}</h3>
      <p className={rounds.prose}>{mine.policy || t('statements.write.usual')}</p>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Textarea
            label={t('statements.write.text')}
            description={t('statements.write.next')}
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value);
              write.reset();
            }}
            error={left < 0 && t('statements.write.over', { count: -left })}
            autosize
            minRows={2}
            size="md"
          />
          {left >= 0 && (
            <p className={classes.quiet}>{t('statements.write.left', { count: left })}</p>
          )}
          <AlikeStatements studyId={studyId} roundId={mine.id} text={text} onVoteOn={onVoteOn} />
          {write.error && <ProblemNotice error={write.error} />}
          <Button
            type="submit"
            size="md"
            disabled={left < 0 || text.trim() === ''}
            loading={write.isPending}
          >
            {t('statements.write.send')}
          </Button>
          <p role="status" className={classes.quiet}>
            {write.isSuccess && t('statements.write.sent')}
          </p>
        </Stack>
      </form>
    </section>
  );
}

interface AlikeStatementsProps {
  studyId: string;
  roundId: string;
  text: string;
  onVoteOn: (itemId: string) => void;
}

function AlikeStatements({ studyId, roundId, text, onVoteOn }: AlikeStatementsProps) {
  const { t } = useTranslation('rounds');
  const [settled] = useDebouncedValue(text.trim(), 400);
  const { data: alike = [] } = useQuery({
    ...alikeQuery(studyId, roundId, settled),
    enabled: settled.length >= WORTH_COMPARING && text.trim() === settled,
  });
  return (
    <div role="status">
      {alike.length > 0 && text.trim() === settled && (
        <div className={rounds.note}>
          <p className={classes.words}>{t('statements.write.alike')}</p>
          <ul className={classes.alike}>
            {alike.map((statement) => (
              <li key={statement.item_id}>
                {statement.text}{' '}
                <Button
                  variant="default"
                  size="compact-md"
                  aria-label={t('statements.write.voteOnItOf', { statement: statement.text })}
                  onClick={() => onVoteOn(statement.item_id)}
                >
                  {t('statements.write.voteOnIt')}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
