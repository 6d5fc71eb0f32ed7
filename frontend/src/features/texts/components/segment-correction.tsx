import { Button, Group, Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import { useCorrectSegment } from '../queries';
import classes from './texts.module.css';

interface SegmentCorrectionProps {
  studyId: string;
  documentId: string;
  segment: { id: string; text: string };
  onDone: () => void;
}

/** Corrects what was misheard in a segment; codings stay on their words. */
export function SegmentCorrection({
  studyId,
  documentId,
  segment,
  onDone,
}: SegmentCorrectionProps) {
  const { t } = useTranslation('texts');
  const [text, setText] = useState(segment.text);
  const [seen, setSeen] = useState<string | undefined>(segment.text);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const { mutate, isPending, error } = useCorrectSegment(studyId, documentId);
  return (
    <form
      className={classes.correction}
      onSubmit={(event) => {
        event.preventDefault();
        mutate(
          { segmentId: segment.id, text, seen: seen ?? segment.text },
          // whoever saves again has read in the notice what stands there now
          { onSuccess: onDone, onError: () => setSeen(undefined) },
        );
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') {
          onDone();
        }
      }}
    >
      <Textarea
        label={t('correct.label')}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        autosize
        ref={field}
        maxLength={20_000}
      />
      {error && <ProblemNotice error={error} />}
      <Group gap="xs">
        <Button type="submit" size="xs" loading={isPending} disabled={!text.trim()}>
          {t('correct.save')}
        </Button>
        <Button size="xs" variant="default" onClick={onDone}>
          {t('correct.cancel')}
        </Button>
      </Group>
    </form>
  );
}
