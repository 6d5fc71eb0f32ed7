import { ActionIcon, NativeSelect, Textarea } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ElementDraft } from '../drafts';
import classes from './element-fields.module.css';

const KINDS = ['context', 'resource', 'reasoning', 'outcome'] as const;

interface ElementFieldsProps {
  element: ElementDraft;
  /** Its place in the configuration, from 1. */
  number: number;
  isFirst: boolean;
  isLast: boolean;
  onChange: (change: Partial<ElementDraft>) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

/** One box of a configuration: its kind, its sign and its words. */
export function ElementFields({ element, number, ...rest }: ElementFieldsProps) {
  const { t } = useTranslation('theory');
  const { onChange } = rest;
  return (
    <li className={classes.box} data-kind={element.kind}>
      <div className={classes.top}>
        <NativeSelect
          aria-label={t('editor.kind', { number })}
          size="xs"
          data={KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          value={element.kind}
          onChange={(event) =>
            onChange({ kind: event.currentTarget.value as ElementDraft['kind'] })
          }
        />
        <NativeSelect
          aria-label={t('editor.polarity', { number })}
          size="xs"
          data={[
            { value: '', label: t('editor.noSign') },
            { value: '+', label: t('editor.plus') },
            { value: '-', label: t('editor.minus') },
          ]}
          value={element.polarity ?? ''}
          onChange={(event) =>
            onChange({ polarity: (event.currentTarget.value || null) as '+' | '-' | null })
          }
        />
        <div className={classes.tools}>
          <ActionIcon
            variant="subtle"
            color="gray"
            disabled={rest.isFirst}
            aria-label={t('editor.up', { number })}
            onClick={() => rest.onMove(-1)}
          >
            <IconArrowUp size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            disabled={rest.isLast}
            aria-label={t('editor.down', { number })}
            onClick={() => rest.onMove(1)}
          >
            <IconArrowDown size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('editor.removeElement', { number })}
            onClick={rest.onRemove}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </div>
      </div>
      <Textarea
        aria-label={t('editor.words', { number, kind: t(`kind.${element.kind}`) })}
        autosize
        minRows={1}
        value={element.text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
    </li>
  );
}
