import { Checkbox, NativeSelect, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProposalDraft, SHAPES } from '../draft';
import type { Version } from '../queries';

interface SubjectChoiceProps {
  shape: (typeof SHAPES)['merge'];
  draft: ProposalDraft;
  versions: readonly Version[];
  /** `isFresh`: the new words begin anew, since what they start from is another mechanism. */
  onChange: (part: Partial<ProposalDraft>, isFresh: boolean) => void;
}

/** What a proposal changes: one mechanism, several, or several and the one that takes them in. */
export function SubjectChoice({ shape, draft, versions, onChange }: SubjectChoiceProps) {
  const { t } = useTranslation('refinement');
  const options = [
    { value: '', label: t('form.choose') },
    ...versions.map(({ id, title }) => ({ value: id, label: title })),
  ];
  return (
    <>
      {shape.subjects === 'one' && (
        <NativeSelect
          label={t('form.subject')}
          data={options}
          value={draft.subjects[0] ?? ''}
          onChange={(event) => {
            const id = event.currentTarget.value;
            onChange({ subjects: id ? [id] : [] }, true);
          }}
        />
      )}
      {shape.subjects === 'many' && (
        <Checkbox.Group
          label={t('form.subjects')}
          value={draft.subjects}
          onChange={(subjects) => onChange({ subjects }, false)}
        >
          <Stack gap="xs" mt="xs">
            {versions
              .filter(({ id }) => id !== draft.targetId)
              .map(({ id, title }) => (
                <Checkbox key={id} value={id} label={title} />
              ))}
          </Stack>
        </Checkbox.Group>
      )}
      {shape.hasTarget && (
        <NativeSelect
          label={t('form.target')}
          data={options.filter(({ value }) => !draft.subjects.includes(value))}
          value={draft.targetId ?? ''}
          onChange={(event) => onChange({ targetId: event.currentTarget.value || null }, true)}
        />
      )}
    </>
  );
}
