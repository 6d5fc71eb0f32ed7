import { Button, Textarea } from '@mantine/core';
import { type FormEvent, type ReactNode, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/errors';
import type { AnswerStore } from '@/lib/kept-answers';
import { ProblemNotice } from '@/ui/problem-notice';
import { SavedState } from '@/ui/saved-state';
import { useDraft } from '../draft';
import { type Comment, type CommentWords, useWriteComment } from '../queries';
import classes from './comments.module.css';
import { StanceChoice } from './stance-choice';

/** What a comment is about and where it is made. */
export type CommentSubject = Pick<
  CommentWords,
  'target' | 'target_id' | 'version_id' | 'part' | 'place' | 'place_id'
>;

interface CommentBoxProps {
  studyId: string;
  /** Whose words are kept on this device. */
  memberId: string;
  subject: CommentSubject;
  /** Words chosen in the subject's part, in codepoints. */
  selected?: { start: number; end: number; quote: string } | undefined;
  /** Lets go of the chosen words. */
  onLetGo?: (() => void) | undefined;
  onSent?: (comment: Comment) => void;
  /** Who will read it, in one sentence. */
  hint?: ReactNode;
  isCompact?: boolean;
  store?: AnswerStore;
}

/** Where a person writes what they think of a text or of chosen words; nothing typed is lost. */
export function CommentBox({ studyId, subject, selected, ...rest }: CommentBoxProps) {
  const { t } = useTranslation('comments');
  const key = ['comment', rest.memberId, subject.place, subject.place_id, subject.target_id].join();
  const { draft, change, finish } = useDraft(key, rest.store);
  const { mutate, isPending, isSuccess, error, reset } = useWriteComment(studyId);
  const [isAskedEmpty, setIsAskedEmpty] = useState(false);
  const { onSent, onLetGo } = rest;
  const isUnreachable = error !== null && asProblem(error).isUnreachable;

  const send = useCallback(() => {
    const anchor = selected ? { start: selected.start, end: selected.end } : null;
    mutate(
      {
        ...subject,
        part: subject.part ?? null,
        anchor,
        client_id: draft.clientId,
        stance: draft.stance,
        text: draft.text,
      },
      {
        onSuccess: (comment) => {
          finish();
          onLetGo?.();
          onSent?.(comment);
        },
      },
    );
  }, [mutate, subject, selected, draft, finish, onLetGo, onSent]);

  useEffect(() => {
    if (!isUnreachable) {
      return undefined;
    }
    window.addEventListener('online', send);
    return () => window.removeEventListener('online', send);
  }, [isUnreachable, send]);

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    setIsAskedEmpty(!draft.text.trim());
    if (draft.text.trim()) {
      send();
    }
  }

  function write(changes: Partial<typeof draft>) {
    setIsAskedEmpty(false);
    if (isSuccess || error) {
      reset();
    }
    change({ ...draft, ...changes });
  }

  return (
    <form className={classes.box} onSubmit={onSubmit} noValidate>
      {selected && <Quoted quote={selected.quote} onLetGo={onLetGo} />}
      <Textarea
        label={t('box.label')}
        description={rest.hint}
        error={isAskedEmpty ? t('box.empty') : undefined}
        value={draft.text}
        onChange={({ currentTarget }) => write({ text: currentTarget.value })}
        autosize
        minRows={rest.isCompact ? 2 : 3}
        maxLength={10_000}
      />
      <StanceChoice
        value={draft.stance}
        onChange={(stance) => write({ stance })}
        isCompact={rest.isCompact ?? false}
      />
      {error && !isUnreachable && <ProblemNotice error={error} />}
      <div className={classes.foot}>
        <Button type="submit" loading={isPending} size={rest.isCompact ? 'xs' : 'md'}>
          {t(isUnreachable ? 'box.sendAgain' : 'box.send')}
        </Button>
        <span role="status" className={classes.quiet}>
          {isUnreachable && t('box.waiting')}
          {isSuccess && !draft.text && t('box.sent')}
          {!error && !isPending && draft.text && t('box.draft')}
        </span>
        {isPending && <SavedState state="saving" />}
      </div>
    </form>
  );
}

function Quoted({ quote, onLetGo }: { quote: string; onLetGo: (() => void) | undefined }) {
  const { t } = useTranslation('comments');
  return (
    <div>
      <div className={classes.quiet}>{t('box.quoted')}</div>
      <blockquote className={classes.quote}>
        <p>{quote}</p>
      </blockquote>
      {onLetGo && (
        <Button variant="subtle" size="compact-sm" onClick={onLetGo} mt={4}>
          {t('box.letGo')}
        </Button>
      )}
    </div>
  );
}
