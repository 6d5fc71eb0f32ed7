import { Button, SegmentedControl, Stack, Text, Textarea, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import { type Decision, type Proposal, useDecideProposal } from '../queries';
import classes from './proposals.module.css';

type Verdict = Decision['verdict'];
const VERDICTS: readonly Verdict[] = ['accepted', 'rejected'];

/** Yes or no, with the reason for the team and the same in plain words for the panel. */
export function DecideForm({ studyId, proposal }: { studyId: string; proposal: Proposal }) {
  const { t } = useTranslation('refinement');
  const decide = useDecideProposal(studyId, proposal.id);
  const [verdict, setVerdict] = useState<Verdict>('accepted');
  const [reason, setReason] = useState('');
  const [plain, setPlain] = useState('');
  const isHeldBack = verdict === 'accepted' && proposal.is_out_of_date;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    decide.mutate({ verdict, reason, plain_reason: plain, revision: proposal.revision });
  };
  return (
    <form onSubmit={submit} className={classes.card} aria-label={t('decide.title')}>
      <Title order={2} size="h4" mb="xs">
        {t('decide.title')}
      </Title>
      <Stack gap="sm">
        <SegmentedControl
          fullWidth
          aria-label={t('decide.verdict')}
          value={verdict}
          onChange={(value) => setVerdict(value as Verdict)}
          data={VERDICTS.map((value) => ({
            value,
            label: t(value === 'accepted' ? 'decide.accept' : 'decide.reject'),
          }))}
        />
        <Textarea
          label={t('decide.reason')}
          description={t('decide.reasonHelp')}
          required
          autosize
          minRows={3}
          maxLength={5000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Textarea
          label={t('decide.plain')}
          description={t('decide.plainHelp')}
          required
          autosize
          minRows={3}
          maxLength={5000}
          value={plain}
          onChange={(event) => setPlain(event.currentTarget.value)}
        />
        {verdict === 'accepted' && (
          <Text size="sm" c="dimmed">
            {t(isHeldBack ? 'decide.stale' : 'decide.whatFollows')}
          </Text>
        )}
        {decide.error && <ProblemNotice error={decide.error} />}
        <Button type="submit" loading={decide.isPending} disabled={isHeldBack}>
          {t(`decide.submit${verdict}`)}
        </Button>
      </Stack>
    </form>
  );
}
