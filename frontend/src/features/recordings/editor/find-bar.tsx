import { ActionIcon, Button, Checkbox, Group, Text, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clockTime } from '@/lib/clock-time';
import classes from './editor.module.css';
import { type Match, replaced, type Wanted } from './finding';

interface FindBarProps {
  wanted: Wanted;
  onWanted: (wanted: Wanted) => void;
  matches: readonly Match[];
  current: number;
  onGo: (index: number) => void;
  /** Undefined for those who only read. */
  onReplace: ((matches: readonly Match[], words: string) => void) | undefined;
  onClose: () => void;
}

const PREVIEWED = 50;

/** Finds words in the whole transcript, and puts others in their place after a look at each. */
export function FindBar({ wanted, onWanted, matches, current, ...bar }: FindBarProps) {
  const { t } = useTranslation('recordings');
  const [words, setWords] = useState('');
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const chosen = matches.filter((_, n) => !left.has(n));
  const go = (step: 1 | -1) => {
    if (matches.length > 0) {
      bar.onGo((current + step + matches.length) % matches.length);
    }
  };
  const want = (change: Partial<Wanted>) => {
    setLeft(new Set());
    onWanted({ ...wanted, ...change });
  };
  return (
    <search
      className={classes.find}
      aria-label={t('editor.find.open')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          bar.onClose();
        } else if (event.key === 'Enter' && event.target === field.current) {
          go(event.shiftKey ? -1 : 1);
        }
      }}
    >
      <Group gap="xs" align="end">
        <TextInput
          ref={field}
          size="xs"
          label={t('editor.find.words')}
          value={wanted.words}
          onChange={(event) => want({ words: event.currentTarget.value })}
        />
        <Group gap={4}>
          <ActionIcon
            variant="default"
            aria-label={t('editor.find.previous')}
            onClick={() => go(-1)}
          >
            <IconChevronUp size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon variant="default" aria-label={t('editor.find.next')} onClick={() => go(1)}>
            <IconChevronDown size={16} aria-hidden />
          </ActionIcon>
        </Group>
        <Text size="sm" role="status" className={classes.count}>
          {wanted.words.trim() &&
            (matches.length
              ? t('editor.find.at', { at: current + 1, count: matches.length })
              : t('editor.find.none'))}
        </Text>
        {bar.onReplace && (
          <>
            <TextInput
              size="xs"
              label={t('editor.find.replacement')}
              value={words}
              onChange={(event) => setWords(event.currentTarget.value)}
            />
            <Button
              size="xs"
              variant="default"
              disabled={!matches[current]}
              onClick={() => bar.onReplace?.(matches.slice(current, current + 1), words)}
            >
              {t('editor.find.one')}
            </Button>
            <Button
              size="xs"
              disabled={chosen.length === 0}
              onClick={() => bar.onReplace?.(chosen, words)}
            >
              {t('editor.find.all', { count: chosen.length })}
            </Button>
          </>
        )}
        <ActionIcon
          className={classes.close}
          variant="subtle"
          color="gray"
          aria-label={t('editor.find.close')}
          onClick={bar.onClose}
        >
          <IconX size={18} aria-hidden />
        </ActionIcon>
      </Group>
      <Group gap="md" mt={6}>
        <Checkbox
          size="xs"
          label={t('editor.find.case')}
          checked={wanted.isCaseKept}
          onChange={(event) => want({ isCaseKept: event.currentTarget.checked })}
        />
        <Checkbox
          size="xs"
          label={t('editor.find.whole')}
          checked={wanted.isWholeWords}
          onChange={(event) => want({ isWholeWords: event.currentTarget.checked })}
        />
      </Group>
      {bar.onReplace && words && matches.length > 0 && (
        <ul className={classes.preview} aria-label={t('editor.find.preview')}>
          {matches.slice(0, PREVIEWED).map((match, n) => (
            <li key={`${match.passage.id} ${match.start}`}>
              <Checkbox
                size="sm"
                checked={!left.has(n)}
                onChange={() => setLeft(toggled(left, n))}
                label={<Preview match={match} words={words} />}
              />
            </li>
          ))}
          {matches.length > PREVIEWED && (
            <li>{t('editor.find.more', { count: matches.length - PREVIEWED })}</li>
          )}
        </ul>
      )}
    </search>
  );
}

const AROUND = 30;

function Preview({ match, words }: { match: Match; words: string }) {
  const { passage, start, end } = match;
  const far = Math.max(0, start - AROUND);
  const before = passage.text.slice(far, start).replace(far > 0 ? /^\S*\s/ : '', '');
  const after = replaced([match], words).get(passage) ?? '';
  return (
    <>
      <span className={classes.where}>{clockTime(passage.start ?? 0)}</span>
      {before}
      <del>{passage.text.slice(start, end)}</del>{' '}
      <ins>{after.slice(start, start + words.length)}</ins>
      {passage.text.slice(end, end + AROUND)}
    </>
  );
}

function toggled(set: ReadonlySet<number>, n: number): Set<number> {
  const next = new Set(set);
  if (!next.delete(n)) {
    next.add(n);
  }
  return next;
}
