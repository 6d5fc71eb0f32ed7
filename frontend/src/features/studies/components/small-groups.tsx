import { Button, Group, NumberInput, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import { type Study, useUpdateStudy } from '../queries';
import { SavedNote, SettingsSection } from './settings-section';
import classes from './studies.module.css';

const SMALLEST = 2;
const LARGEST = 20;

interface SmallGroupsProps {
  study: Study;
  canEdit: boolean;
}

/** From how many people on a group's answers are shown on their own. */
export function SmallGroups({ study, canEdit }: SmallGroupsProps) {
  const { t } = useTranslation('studies');
  return (
    <SettingsSection title={t('settings.small')}>
      {canEdit ? (
        <SmallGroupsForm study={study} />
      ) : (
        <Text>{t('settings.smallIs', { count: study.suppress_below })}</Text>
      )}
    </SettingsSection>
  );
}

function SmallGroupsForm({ study }: { study: Study }) {
  const { t } = useTranslation('studies');
  const update = useUpdateStudy(study.id);
  const form = useForm({
    initialValues: { below: study.suppress_below as number | string },
    validate: { below: (below) => (isInRange(below) ? null : t('settings.smallRange')) },
  });
  const submit = form.onSubmit((values) =>
    update.mutate(
      { suppress_below: Number(values.below) },
      { onSuccess: () => form.resetDirty(values) },
    ),
  );
  return (
    <form onSubmit={submit} noValidate className={classes.form}>
      {update.error && <ProblemNotice error={update.error} />}
      <NumberInput
        label={t('settings.smallLabel')}
        description={t('settings.smallHow')}
        hideControls
        allowDecimal={false}
        allowNegative={false}
        styles={{ wrapper: { maxWidth: '6rem' } }}
        {...form.getInputProps('below')}
      />
      <Group gap="md">
        <Button type="submit" loading={update.isPending}>
          {t('settings.save')}
        </Button>
        <SavedNote isSaved={update.isSuccess && !form.isDirty()} />
      </Group>
    </form>
  );
}

function isInRange(below: number | string): boolean {
  const number = Number(below);
  return Number.isInteger(number) && number >= SMALLEST && number <= LARGEST;
}
