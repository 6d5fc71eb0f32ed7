import { Fieldset, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CmocDraft, OutcomeDraft } from '../draft';
import type { Version } from '../queries';

interface OutcomeFieldsProps {
  outcome: OutcomeDraft;
  legend: string | undefined;
  /** A renaming changes nothing but the title. */
  isTitleOnly: boolean;
  /** The mechanisms that this outcome may go on as; none where there is no choice. */
  subjects: readonly Version[];
  cmocEditor: (cmocs: CmocDraft[], onChange: (cmocs: CmocDraft[]) => void) => ReactNode;
  onChange: (outcome: OutcomeDraft) => void;
  remove: ReactNode;
}

/** The words of one version that a proposal would make. */
export function OutcomeFields(props: OutcomeFieldsProps) {
  const { outcome, legend, isTitleOnly, subjects, cmocEditor, onChange, remove } = props;
  const { t } = useTranslation('refinement');
  const change = (part: Partial<OutcomeDraft>) => onChange({ ...outcome, ...part });
  return (
    <Fieldset legend={legend}>
      <Stack gap="md">
        {subjects.length > 0 && (
          <NativeSelect
            label={t('form.goesOnAs')}
            value={outcome.mechanismId ?? ''}
            data={[
              { value: '', label: t('form.newMechanism') },
              ...subjects.map((one) => ({ value: one.mechanism_id, label: one.title })),
            ]}
            onChange={(event) => change({ mechanismId: event.currentTarget.value || null })}
          />
        )}
        <TextInput
          label={t('form.mechanismTitle')}
          required
          maxLength={300}
          value={outcome.title}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
        {!isTitleOnly && (
          <>
            <Textarea
              label={t('form.plainSummary')}
              autosize
              minRows={2}
              maxLength={5000}
              value={outcome.plainSummary}
              onChange={(event) => change({ plainSummary: event.currentTarget.value })}
            />
            <Textarea
              label={t('form.definition')}
              autosize
              minRows={4}
              maxLength={20000}
              value={outcome.definition}
              onChange={(event) => change({ definition: event.currentTarget.value })}
            />
            <div>
              <Text fw={500}>{t('form.cmocs')}</Text>
              {cmocEditor(outcome.cmocs, (cmocs) => change({ cmocs }))}
            </div>
          </>
        )}
        {remove}
      </Stack>
    </Fieldset>
  );
}
