import { Group, NativeSelect, NumberInput, Stack, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ReadingAge } from '@/ui/reading-age';
import type { MechanismDraft } from '../drafts';
import classes from './mechanism-editor.module.css';

interface MechanismFieldsProps {
  studyId: string;
  draft: MechanismDraft;
  onChange: (part: Partial<MechanismDraft>) => void;
  isNew: boolean;
  stages: readonly { id: string; label: string; state: string }[];
}

/** The words of a mechanism, with the reading age of those that the panel reads. */
export function MechanismFields({ studyId, draft, onChange, isNew, stages }: MechanismFieldsProps) {
  const { t } = useTranslation('theory');
  return (
    <Stack className={classes.words}>
      <TextInput
        label={t('parts.title')}
        required
        maxLength={300}
        value={draft.title}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
      />
      <Textarea
        label={t('parts.plain_summary')}
        description={t('editor.plainHow')}
        autosize
        minRows={2}
        maxLength={5000}
        value={draft.plainSummary}
        onChange={(event) => onChange({ plainSummary: event.currentTarget.value })}
      />
      <ReadingAge studyId={studyId} text={draft.plainSummary} />
      <Textarea
        label={t('parts.definition')}
        autosize
        minRows={4}
        maxLength={20000}
        value={draft.definition}
        onChange={(event) => onChange({ definition: event.currentTarget.value })}
      />
      <Group align="flex-start">
        <NativeSelect
          label={t('editor.stage')}
          data={stages.map(({ id, label }) => ({ value: id, label }))}
          value={draft.stageId}
          onChange={(event) => onChange({ stageId: event.currentTarget.value })}
        />
        <NumberInput
          label={t('editor.papers')}
          description={t('editor.papersHow')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          min={0}
          allowDecimal={false}
          value={draft.papers ?? ''}
          onChange={(papers) => onChange({ papers: typeof papers === 'number' ? papers : null })}
        />
      </Group>
      <Textarea
        label={t(isNew ? 'editor.arisesFrom' : 'editor.changeNote')}
        description={t(isNew ? 'editor.arisesFromHow' : 'editor.changeNoteHow')}
        autosize
        minRows={1}
        maxLength={2000}
        value={isNew ? draft.arisesFrom : draft.changeNote}
        onChange={(event) =>
          onChange({ [isNew ? 'arisesFrom' : 'changeNote']: event.currentTarget.value })
        }
      />
    </Stack>
  );
}
