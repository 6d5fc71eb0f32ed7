import { Button, Checkbox, Group, Progress, Stack, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/errors';
import { Moment } from '@/ui/moment';
import { ProblemNotice } from '@/ui/problem-notice';
import classes from './coming-in.module.css';
import { FileProgress } from './file-progress';
import { type Intake, intakeQuery, useIntakes } from './intakes';
import { stopSending, useSenders } from './senders';

interface IntakeCardProps {
  studyId: string;
  intakeId: string;
  link: (recordingId: string, words: string) => ReactNode;
  onFinished: () => void;
}

/** Files that come in together, from the first byte to the recording. */
export function IntakeCard({ studyId, intakeId, link, onFinished }: IntakeCardProps) {
  const { data: intake } = useQuery({ ...intakeQuery(studyId, intakeId), retry: false });
  const state = intake?.state;
  useEffect(() => {
    if (state === 'taken_in') {
      onFinished();
    }
  }, [state, onFinished]);
  if (!intake) {
    return null;
  }
  return (
    <section className={classes.card} aria-label={nameOf(intake)}>
      {intake.state === 'taken_in' && <TakenIn intake={intake} link={link} />}
      {intake.state === 'looking' && <Looking intake={intake} />}
      {intake.state === 'refused' && <Refused studyId={studyId} intake={intake} />}
      {intake.state === 'coming' && <Coming studyId={studyId} intake={intake} />}
    </section>
  );
}

function nameOf({ title, uploads }: Intake): string {
  return title || uploads.map(({ file_name }) => file_name).join(', ');
}

function TakenIn({ intake, link }: { intake: Intake; link: IntakeCardProps['link'] }) {
  const { t } = useTranslation('recordings');
  return (
    <Group gap="xs" role="status">
      <IconCircleCheck size={20} color="var(--good-ink)" aria-hidden />
      <Text>{t('comingIn.takenIn', { count: intake.made.length })}</Text>
      {intake.made.map((id, index) => (
        <span key={id}>
          {link(
            id,
            intake.made.length > 1
              ? t('comingIn.openPart', { number: index + 1 })
              : t('comingIn.openIt'),
          )}
        </span>
      ))}
    </Group>
  );
}

function Looking({ intake }: { intake: Intake }) {
  const { t } = useTranslation('recordings');
  return (
    <Stack gap="xs">
      <Text role="status">{t('comingIn.looking', { name: nameOf(intake) })}</Text>
      <Progress value={Math.max(5, intake.progress * 100)} aria-label={t('comingIn.lookingBar')} />
      <Text size="sm" c="dimmed">
        {t('transcribe.leave')}
      </Text>
    </Stack>
  );
}

function Coming({ studyId, intake }: { studyId: string; intake: Intake }) {
  const { t } = useTranslation('recordings');
  return (
    <Stack gap="sm">
      <ul className={classes.files}>
        {intake.uploads.map((upload) => (
          <FileProgress key={upload.id} studyId={studyId} intakeId={intake.id} upload={upload} />
        ))}
      </ul>
      <Text size="sm" c="dimmed">
        {t('comingIn.kept')} <Moment at={intake.kept_until} />
      </Text>
      <CallOff studyId={studyId} intake={intake} />
    </Stack>
  );
}

function Refused({ studyId, intake }: { studyId: string; intake: Intake }) {
  const { t } = useTranslation('recordings');
  const { lookAgain, leaveOut } = useIntakes(studyId);
  const [acceptCutOff, setAcceptCutOff] = useState(false);
  const isBusy = lookAgain.isPending || leaveOut.isPending;
  const again = () => lookAgain.mutate({ id: intake.id, acceptCutOff });
  return (
    <Stack gap="sm">
      <ProblemNotice
        error={new Problem({ title: t('comingIn.refused'), detail: intake.problem, status: 422 })}
      >
        {intake.uploads.map(
          (upload) =>
            upload.problem && (
              <Group key={upload.id} mt="xs" justify="space-between">
                <Text style={{ flex: '1 1 16rem' }}>{upload.problem}</Text>
                {intake.uploads.length > 1 && (
                  <Button
                    variant="default"
                    size="xs"
                    disabled={isBusy}
                    onClick={() => leaveOut.mutate(upload.id)}
                  >
                    {t('comingIn.leaveOut', { name: upload.file_name })}
                  </Button>
                )}
              </Group>
            ),
        )}
      </ProblemNotice>
      {(lookAgain.isError || leaveOut.isError) && (
        <ProblemNotice error={lookAgain.error ?? leaveOut.error} />
      )}
      <Checkbox
        label={t('takeIn.cutOff')}
        checked={acceptCutOff}
        onChange={(event) => setAcceptCutOff(event.currentTarget.checked)}
      />
      <Group>
        <Button onClick={again} loading={lookAgain.isPending}>
          {t('comingIn.again')}
        </Button>
        <CallOff studyId={studyId} intake={intake} />
      </Group>
    </Stack>
  );
}

function CallOff({ studyId, intake }: { studyId: string; intake: Intake }) {
  const { t } = useTranslation('recordings');
  const { callOff } = useIntakes(studyId);
  const senders = useSenders();
  const stop = async () => {
    await Promise.all(
      intake.uploads.filter(({ id }) => senders.has(id)).map(({ id }) => stopSending(id)),
    );
    callOff.mutate(intake.id);
  };
  return (
    <>
      {callOff.isError && <ProblemNotice error={callOff.error} />}
      <Group>
        <Button variant="default" onClick={stop} loading={callOff.isPending}>
          {t('comingIn.callOff')}
        </Button>
      </Group>
    </>
  );
}
