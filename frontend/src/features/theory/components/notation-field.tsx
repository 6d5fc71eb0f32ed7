import { Textarea } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { sliceCodepoints, utf16At } from '@/lib/codepoints';
import type { NotationProblem } from '../use-notation-sync';
import classes from './notation-field.module.css';

interface NotationFieldProps {
  value: string;
  onChange: (notation: string) => void;
  problem: NotationProblem | undefined;
}

/** Notation to be typed; where it cannot be read the place is shown and one press goes there. */
export function NotationField({ value, onChange, problem }: NotationFieldProps) {
  const { t } = useTranslation('theory');
  const field = useRef<HTMLTextAreaElement>(null);

  function goThere() {
    const { line = 1, column = 1 } = problem ?? {};
    const lines = value.split('\n');
    const before = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
    const at = before + utf16At(lines[line - 1] ?? '', column - 1);
    field.current?.focus();
    field.current?.setSelectionRange(at, Math.min(at + 1, value.length));
  }

  return (
    <div>
      <Textarea
        ref={field}
        label={t('editor.notation')}
        description={t('editor.notationHow')}
        classNames={{ input: 'notation' }}
        autosize
        minRows={4}
        value={value}
        error={problem?.message}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {problem && problem.line > 0 && (
        <button type="button" className={classes.place} onClick={goThere}>
          <Place line={value.split('\n')[problem.line - 1] ?? ''} column={problem.column} />
          <span className={classes.go}>{t('editor.goThere')}</span>
        </button>
      )}
    </div>
  );
}

const AROUND = 24;

/** The words about the place, with the sign at the place marked. */
function Place({ line, column }: { line: string; column: number }) {
  const start = Math.max(0, column - 1 - AROUND);
  return (
    <code className={classes.line}>
      {start > 0 && '…'}
      {sliceCodepoints(line, start, column - 1)}
      <mark className={classes.sign}>{sliceCodepoints(line, column - 1, column) || '⏎'}</mark>
      {sliceCodepoints(line, column, column + AROUND)}
    </code>
  );
}
