import { Button, Group as Row, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import { type Member, useTakeOut } from '../queries';

interface TakeOutFormProps {
  studyId: string;
  member: Member;
  onTakenOut: (member: Member) => void;
  onCancel: () => void;
}

/** Takes somebody out of the study, with a reason that the study's log keeps. */
export function TakeOutForm({ studyId, member, onTakenOut, onCancel }: TakeOutFormProps) {
  const { t } = useTranslation('people');
  const takeOut = useTakeOut(studyId, member.id);
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: (reason) => (reason.trim() ? null : t('takeOut.noReason')) },
  });
  const submit = form.onSubmit(({ reason }) =>
    takeOut.mutate(reason.trim(), { onSuccess: onTakenOut }),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {takeOut.error && <ProblemNotice error={takeOut.error} />}
        <Text>{t('takeOut.words')}</Text>
        <Textarea
          label={t('takeOut.reason')}
          description={t('takeOut.reasonHow')}
          autosize
          minRows={2}
          maxLength={500}
          {...form.getInputProps('reason')}
        />
        <Row justify="flex-end" gap="sm">
          <Button variant="default" onClick={onCancel}>
            {t('invite.cancel')}
          </Button>
          <Button type="submit" loading={takeOut.isPending}>
            {t('takeOut.submit')}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
