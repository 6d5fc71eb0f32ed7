import { Button, Group, Text, Textarea } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Moment } from '@/ui/moment';
import { ProblemNotice } from '@/ui/problem-notice';
import { type Unanswered, useConsider } from '../queries';
import classes from './proposals.module.css';

interface UnansweredListProps {
  studyId: string;
  words: readonly Unanswered[];
  /** Whether the reader may say that words are not followed. */
  canAnswer: boolean;
  place: (words: Unanswered, title: string) => ReactNode;
  groupName: (groupId: string) => ReactNode;
}

/** Words of the panel that are neither cited nor considered, each with the way to answer it. */
export function UnansweredList({ words, ...rest }: UnansweredListProps) {
  return (
    <ul className={classes.list}>
      {words.map((one) => (
        <li key={one.segment_id} className={classes.row}>
          <UnansweredRow one={one} {...rest} />
        </li>
      ))}
    </ul>
  );
}

type RowProps = Omit<UnansweredListProps, 'words'> & { one: Unanswered };

function UnansweredRow({ studyId, one, canAnswer, place, groupName }: RowProps) {
  const { t } = useTranslation('refinement');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div className={classes.rowWords}>
      <blockquote className={classes.quote}>
        <p className={classes.quoted}>{one.words}</p>
        <footer className={classes.said}>
          <span>{one.speaker}</span>
          {one.group_id && groupName(one.group_id)}
          {place(one, one.document_title)}
          <Moment at={one.at} />
        </footer>
      </blockquote>
      {canAnswer && !isOpen && (
        <Button mt="xs" size="compact-sm" variant="default" onClick={() => setIsOpen(true)}>
          {t('unanswered.consider')}
        </Button>
      )}
      {isOpen && <ConsiderForm studyId={studyId} one={one} onCancel={() => setIsOpen(false)} />}
    </div>
  );
}

interface ConsiderFormProps {
  studyId: string;
  one: Unanswered;
  onCancel: () => void;
}

function ConsiderForm({ studyId, one, onCancel }: ConsiderFormProps) {
  const { t } = useTranslation('refinement');
  const consider = useConsider(studyId);
  const [reason, setReason] = useState('');
  const isSpeech = one.document_kind === 'transcript';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    consider.mutate({
      documentId: one.document_id,
      segment_id: isSpeech ? one.segment_id : null,
      reason,
    });
  };
  return (
    <form onSubmit={submit}>
      <Textarea
        mt="sm"
        label={t('unanswered.reason')}
        description={t('unanswered.reasonHelp', { name: one.speaker })}
        required
        autosize
        minRows={2}
        maxLength={5000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {consider.error && <ProblemNotice error={consider.error} />}
      <Group mt="xs">
        <Button type="submit" loading={consider.isPending}>
          {t('unanswered.submit')}
        </Button>
        <Button variant="subtle" color="gray" onClick={onCancel}>
          <Text span>{t('unanswered.cancel')}</Text>
        </Button>
      </Group>
    </form>
  );
}
