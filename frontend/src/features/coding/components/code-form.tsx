import { Button, ColorInput, Group, Select, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import { branchOf, inTreeOrder } from '../codebook-tree';
import { COLOURS } from '../colours';
import type { Code } from '../queries';
import classes from './coding.module.css';

export interface CodeWords {
  name: string;
  description: string;
  colour: string;
  parent_id: string | null;
}

interface CodeFormProps {
  codes: readonly Code[];
  /** Nothing for a new code. */
  code?: Code | undefined;
  onSave: (words: CodeWords) => void;
  onClose: () => void;
  isSaving: boolean;
  error: unknown;
}

/** The words, colour and place of a code. */
export function CodeForm({ codes, code, onSave, onClose, isSaving, error }: CodeFormProps) {
  const { t } = useTranslation('coding');
  const [words, setWords] = useState<CodeWords>({
    name: code?.name ?? '',
    description: code?.description ?? '',
    colour: code?.colour ?? COLOURS[codes.length % COLOURS.length] ?? '',
    parent_id: code?.parent_id ?? null,
  });
  const own = code ? branchOf(codes, code.id) : new Set<string>();

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    onSave(words);
  }

  return (
    <form className={classes.form} onSubmit={onSubmit}>
      <TextInput
        data-autofocus
        label={t('codebook.name')}
        value={words.name}
        onChange={({ currentTarget }) => setWords({ ...words, name: currentTarget.value })}
        required
        maxLength={120}
      />
      <Textarea
        label={t('codebook.description')}
        value={words.description}
        onChange={({ currentTarget }) => setWords({ ...words, description: currentTarget.value })}
        autosize
        minRows={2}
        maxLength={5000}
      />
      <Select
        label={t('codebook.parent')}
        placeholder={t('codebook.top')}
        clearable
        searchable
        data={inTreeOrder(codes)
          .filter((other) => !own.has(other.code.id) && !other.code.is_retired)
          .map((other) => ({ value: other.code.id, label: other.path }))}
        value={words.parent_id}
        onChange={(parent_id) => setWords({ ...words, parent_id })}
      />
      <ColorInput
        label={t('codebook.colour')}
        format="hex"
        swatches={[...COLOURS]}
        value={words.colour}
        onChange={(colour) => setWords({ ...words, colour })}
      />
      {error !== null && <ProblemNotice error={error} />}
      <Group gap="xs">
        <Button type="submit" loading={isSaving} disabled={!words.name.trim()}>
          {t(code ? 'codebook.save' : 'codebook.add')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('codebook.close')}
        </Button>
      </Group>
    </form>
  );
}
