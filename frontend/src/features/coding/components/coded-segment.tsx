import { Button, Kbd } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Clock } from '@/ui/clock';
import { SelectableText } from '@/ui/selectable-text';
import type { Passage } from '../desk';
import type { Code } from '../queries';
import type { ShownCoding } from '../shown';
import classes from './coding.module.css';
import { CodingChip } from './coding-chip';

export interface SegmentText {
  id: string;
  text: string;
  start: number | null;
  speaker: { label: string; group_id: string | null } | null;
}

export interface SelectedPassage extends Passage {
  /** Lets go of the words and puts the focus back on their text. */
  release: () => void;
}

interface CodedSegmentProps {
  segment: SegmentText;
  codings: readonly ShownCoding[];
  codes: ReadonlyMap<string, Code>;
  isCurrent: boolean;
  currentCoding: string | undefined;
  onChoose: (clientId: string) => void;
  onSelect: (passage: SelectedPassage) => void;
  /** The words of this segment are no longer selected. */
  onRelease: () => void;
  /** Nothing for those who only read. */
  onCode: (() => void) | undefined;
  onFocus: () => void;
  /** The speaker's group, and what else can be done to the segment. */
  speaker?: ReactNode;
  editor?: ReactNode;
  tools?: ReactNode;
}

/** A segment's words with its codings as underlines, and a chip for each in the margin. */
export function CodedSegment({ segment, codings, codes, ...rest }: CodedSegmentProps) {
  const { t } = useTranslation('coding');
  const nameOf = (coding: ShownCoding) =>
    (coding.code_id && codes.get(coding.code_id)?.name) || t('coding.noCode');
  return (
    <li
      id={`segment-${segment.id}`}
      className={classes.segment}
      data-current={rest.isCurrent || undefined}
      onFocus={rest.onFocus}
    >
      <div className={classes.said}>
        {rest.speaker ?? <strong>{segment.speaker?.label ?? t('document.unknown')}</strong>}
        {segment.start !== null && <Clock seconds={segment.start} />}
        {rest.tools}
      </div>
      {rest.editor ?? (
        <SelectableText
          text={segment.text}
          label={t('document.said', { name: segment.speaker?.label ?? t('document.unknown') })}
          highlights={codings
            .filter((coding) => !coding.is_orphan)
            .map((coding) => ({
              id: coding.client_id,
              start: coding.start,
              end: coding.end,
              label: nameOf(coding),
              colour: (coding.code_id && codes.get(coding.code_id)?.colour) || 'var(--line-strong)',
            }))}
          activeId={rest.currentCoding}
          onHighlight={(ids) => rest.onChoose(nextOf(ids, rest.currentCoding))}
          {...(rest.onCode && {
            actions: (selected, release) => (
              <Chosen
                onSelect={() => rest.onSelect({ segmentId: segment.id, ...selected, release })}
                onRelease={rest.onRelease}
                signature={`${selected.start}-${selected.end}`}
                onCode={rest.onCode}
              />
            ),
          })}
        />
      )}
      <ul className={classes.margin} aria-label={t('document.codings')}>
        {codings.map((coding) => (
          <li key={coding.client_id}>
            <CodingChip
              coding={coding}
              code={coding.code_id ? codes.get(coding.code_id) : undefined}
              isCurrent={coding.client_id === rest.currentCoding}
              onChoose={() => rest.onChoose(coding.client_id)}
            />
          </li>
        ))}
      </ul>
    </li>
  );
}

interface ChosenProps {
  onSelect: () => void;
  onRelease: () => void;
  signature: string;
  onCode: (() => void) | undefined;
}

/** What can be done with the chosen words; tells the page which they are. */
function Chosen({ onSelect, onRelease, signature, onCode }: ChosenProps) {
  const { t } = useTranslation('coding');
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once for each choice of words
  useEffect(() => {
    onSelect();
    return onRelease;
  }, [signature]);
  return (
    <Button size="compact-sm" onClick={onCode} rightSection={<Kbd size="xs">c</Kbd>}>
      {t('document.code')}
    </Button>
  );
}

/** Pressing overlapping codings again goes on to the next. */
function nextOf(ids: string[], current: string | undefined): string {
  const at = current === undefined ? -1 : ids.indexOf(current);
  return ids[(at + 1) % ids.length] ?? '';
}
