import { Button, Group, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ReadingAge } from '@/ui/reading-age';
import type { Question } from '../queries';
import { flawOf, ofKind, type QuestionDraft } from '../question-drafts';
import { ItemOptions } from './item-options';
import { ItemScale } from './item-scale';
import classes from './rounds.module.css';

const KINDS: readonly Question['kind'][] = [
  'rating',
  'vote',
  'choice',
  'ranking',
  'decision',
  'text',
  'missing',
];

interface ItemQuestionProps {
  studyId: string;
  draft: QuestionDraft;
  /** Only a mechanism can be decided on. */
  isMechanism: boolean;
  onChange: (draft: QuestionDraft) => void;
  onRemove: (() => void) | undefined;
}

/** One question: its kind, its words, and what its kind needs. */
export function ItemQuestion({
  studyId,
  draft,
  isMechanism,
  onChange,
  onRemove,
}: ItemQuestionProps) {
  const { t } = useTranslation('rounds');
  const kinds = KINDS.filter((kind) => isMechanism || kind !== 'decision');
  const options = draft.options.filter(({ label }) => label.trim()).length;
  const flaw = flawOf(draft);
  return (
    <Stack gap="xs" className={classes.asked}>
      <Group align="flex-end" gap="xs">
        <Select
          w={210}
          label={t('build.kind')}
          data={kinds.map((kind) => ({ value: kind, label: t(`build.kinds.${kind}`) }))}
          value={draft.kind}
          allowDeselect={false}
          onChange={(kind) => onChange(ofKind(draft, kind as Question['kind']))}
        />
        <TextInput
          flex={1}
          miw={200}
          label={t('build.prompt')}
          placeholder={t('build.promptHint')}
          value={draft.prompt}
          maxLength={1000}
          onChange={({ currentTarget: { value } }) => onChange({ ...draft, prompt: value })}
        />
        <Button variant="subtle" color="gray" disabled={!onRemove} onClick={onRemove}>
          {t('build.removeQuestion')}
        </Button>
      </Group>
      <ReadingAge
        studyId={studyId}
        text={[draft.prompt, ...draft.options.map(({ label }) => label)].join('\n')}
      />
      {draft.kind === 'rating' && (
        <ItemScale
          points={draft.points}
          scale={draft.scale}
          onChange={(changes) => onChange({ ...draft, ...changes })}
        />
      )}
      {(draft.kind === 'choice' || draft.kind === 'ranking') && (
        <ItemOptions
          options={draft.options}
          onChange={(changed) => onChange({ ...draft, options: changed })}
        />
      )}
      {draft.kind === 'choice' && (
        <NumberInput
          w={210}
          label={t('build.atMost')}
          description={t('build.atMostHint')}
          value={draft.atMost}
          min={1}
          max={Math.max(1, options)}
          onChange={(value) => typeof value === 'number' && onChange({ ...draft, atMost: value })}
        />
      )}
      {flaw && <p className={classes.note}>{t(`build.flaws.${flaw}`)}</p>}
    </Stack>
  );
}
