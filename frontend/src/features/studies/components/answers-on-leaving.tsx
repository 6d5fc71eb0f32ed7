import { Radio, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import { type Study, useUpdateStudy } from '../queries';
import { SavedNote, SettingsSection } from './settings-section';

const CHOICES = ['anonymise', 'erase'] as const satisfies readonly Study['answers_on_leaving'][];

interface AnswersOnLeavingProps {
  study: Study;
  canEdit: boolean;
}

/** What becomes of a person's answers to rounds when they leave; saved as it is chosen. */
export function AnswersOnLeaving({ study, canEdit }: AnswersOnLeavingProps) {
  const { t } = useTranslation('studies');
  const update = useUpdateStudy(study.id);
  return (
    <SettingsSection title={t('settings.leaving')} lead={t('settings.leavingLead')}>
      {canEdit ? (
        <Stack gap="sm">
          {update.error && <ProblemNotice error={update.error} />}
          <Radio.Group
            label={t('settings.leavingLabel')}
            value={
              update.isPending
                ? (update.variables.answers_on_leaving ?? study.answers_on_leaving)
                : study.answers_on_leaving
            }
            onChange={(chosen) =>
              update.mutate({ answers_on_leaving: chosen as Study['answers_on_leaving'] })
            }
          >
            <Stack gap="sm" mt="xs">
              {CHOICES.map((choice) => (
                <Radio
                  key={choice}
                  value={choice}
                  label={t(`settings.leavingChoice.${choice}`)}
                  description={t(`settings.leavingHow.${choice}`)}
                />
              ))}
            </Stack>
          </Radio.Group>
          <SavedNote isSaved={update.isSuccess} />
        </Stack>
      ) : (
        <Text>
          {t(`settings.leavingChoice.${study.answers_on_leaving}`)}.{' '}
          {t(`settings.leavingHow.${study.answers_on_leaving}`)}
        </Text>
      )}
    </SettingsSection>
  );
}
