import { ActionIcon, Group, Textarea, Tooltip } from '@mantine/core';
import {
  IconArrowsJoin2,
  IconCheck,
  IconCut,
  IconEarOff,
  IconShieldLock,
} from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { clockTime } from '@/lib/clock-time';
import classes from './editor.module.css';

export interface PassageFieldVerbs {
  onType: (text: string) => void;
  onLeave: () => void;
  onSplit: () => void;
  onJoin: () => void;
  onInaudible: () => void;
  onIdentify: () => void;
}

interface PassageFieldProps extends PassageFieldVerbs {
  start: number | null;
  text: string;
  /** Where the typing begins. */
  caret: number;
}

/** The words of a passage as a field, with what else can be done to it. */
export function PassageField({ start, text, caret, ...verbs }: PassageFieldProps) {
  const { t } = useTranslation('recordings');
  const field = useRef<HTMLTextAreaElement>(null);
  const first = useRef(caret);
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.setSelectionRange(first.current, first.current);
  }, []);
  return (
    <div className={classes.field}>
      <Textarea
        ref={field}
        aria-label={t('text.edit', { time: clockTime(start ?? 0) })}
        autosize
        maxLength={20_000}
        value={text}
        onChange={(event) => verbs.onType(event.currentTarget.value)}
      />
      <Group gap={4} className={classes.tools}>
        <Tool label={t('editor.done')} keys="Esc" onClick={verbs.onLeave}>
          <IconCheck size={18} aria-hidden />
        </Tool>
        <Tool label={t('editor.split')} keys="Alt + S" onClick={verbs.onSplit}>
          <IconCut size={18} aria-hidden />
        </Tool>
        <Tool label={t('editor.join')} keys="Alt + M" onClick={verbs.onJoin}>
          <IconArrowsJoin2 size={18} aria-hidden />
        </Tool>
        <Tool label={t('editor.inaudible')} keys="Alt + I" onClick={verbs.onInaudible}>
          <IconEarOff size={18} aria-hidden />
        </Tool>
        <Tool label={t('editor.identify')} keys="Alt + X" onClick={verbs.onIdentify}>
          <IconShieldLock size={18} aria-hidden />
        </Tool>
      </Group>
    </div>
  );
}

interface ToolProps {
  label: string;
  keys: string;
  onClick: () => void;
  children: ReactNode;
}

function Tool({ label, keys, onClick, children }: ToolProps) {
  return (
    <Tooltip label={`${label} (${keys})`}>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={label}
        // the field keeps its caret
        onMouseDown={(event) => event.preventDefault()}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
