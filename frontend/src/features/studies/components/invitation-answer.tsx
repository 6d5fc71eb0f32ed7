import { Button, Group, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import { useTakePart, useTurnDown } from '../queries';
import classes from './studies.module.css';

interface InvitationAnswerProps {
  studyId: string;
  title: string;
  question: string;
  /** Called once the person takes part. */
  onTakesPart: () => void;
  /** Called once they have said no, which they can still take back here. */
  onTurnedDown?: () => void;
}

/** Asks somebody who is signed in whether they take part in a study; one click answers. */
export function InvitationAnswer(props: InvitationAnswerProps) {
  const { t } = useTranslation('studies');
  const { studyId, title, question, onTakesPart, onTurnedDown } = props;
  const take = useTakePart(studyId);
  const turn = useTurnDown(studyId);
  const error = take.error ?? turn.error;
  const hasTurnedDown = turn.isSuccess;
  return (
    <section className={classes.invitation}>
      <Title order={2}>{title}</Title>
      {question && <Text mt={4}>{question}</Text>}
      <Text role="status" my="sm">
        {t(hasTurnedDown ? 'invitation.turnedDown' : 'invitation.words')}
      </Text>
      {error && <ProblemNotice error={error} />}
      <Group gap="sm">
        <Button
          size="md"
          variant={hasTurnedDown ? 'default' : 'filled'}
          loading={take.isPending}
          onClick={() => take.mutate(undefined, { onSuccess: onTakesPart })}
        >
          {t(hasTurnedDown ? 'invitation.afterAll' : 'invitation.takePart')}
        </Button>
        {!hasTurnedDown && (
          <Button
            size="md"
            variant="default"
            loading={turn.isPending}
            onClick={() => turn.mutate(undefined, { onSuccess: () => onTurnedDown?.() })}
          >
            {t('invitation.turnDown')}
          </Button>
        )}
      </Group>
    </section>
  );
}
