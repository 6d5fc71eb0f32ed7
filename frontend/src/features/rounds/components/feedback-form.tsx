import { Button, Stack, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Moment } from '@/ui/moment';
import { ProblemNotice } from '@/ui/problem-notice';
import type { RoundResults } from '../queries';
import { usePublishFeedback } from '../results-queries';
import classes from './rounds.module.css';

interface FeedbackFormProps {
  studyId: string;
  results: RoundResults;
}

/** Where the facilitator tells the panel what came of a round, once everything has been read over. */
export function FeedbackForm({ studyId, results }: FeedbackFormProps) {
  const { t } = useTranslation('rounds');
  const publish = usePublishFeedback(studyId, results.id);
  const [words, setWords] = useState(results.feedback_words);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    publish.mutate(words);
  };
  return (
    <section className={classes.panel} aria-labelledby="feedback">
      <h2 id="feedback">{t('feedback.title')}</h2>
      <p>{t('feedback.lead')}</p>
      {results.feedback_at && (
        <p>
          {t('feedback.published')} <Moment at={results.feedback_at} style="long" />.
        </p>
      )}
      <form onSubmit={submit}>
        <Stack gap="md">
          {publish.error && <ProblemNotice error={publish.error} />}
          <Textarea
            label={t('feedback.next')}
            description={t('feedback.nextHint')}
            value={words}
            onChange={({ currentTarget }) => setWords(currentTarget.value)}
            required
            maxLength={5000}
            autosize
            minRows={3}
          />
          <div>
            <Button type="submit" loading={publish.isPending}>
              {t(results.feedback_at ? 'feedback.change' : 'feedback.publish')}
            </Button>
          </div>
          <p role="status">{publish.data && t('feedback.done', { count: publish.data.mails })}</p>
        </Stack>
      </form>
    </section>
  );
}
