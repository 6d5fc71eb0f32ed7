import {
  IconAlertTriangle,
  IconCheck,
  IconCloudOff,
  IconLoader2,
  IconLock,
} from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import { CursorMarks, colourOf } from './cursor-marks';
import { findTooLate } from './find-too-late';
import classes from './note.module.css';
import type { NoteState, NoteView } from './note-sync';
import type { NotePlace } from './queries';
import { TextBinding } from './text-binding';
import { useNote } from './use-note';

const LONGEST = 200_000;
const ICONS: Record<Exclude<NoteState, 'untouched'>, typeof IconCheck> = {
  saving: IconLoader2,
  saved: IconCheck,
  kept: IconCloudOff,
  refused: IconAlertTriangle,
  closed: IconLock,
};

/**
 * What needs Yjs is asked for through this file alone: a second way to it would put Yjs among what
 * every page loads.
 */
export const lookForTooLate = findTooLate;

interface NoteEditorProps {
  place: NotePlace;
  isOpen: boolean;
  /** Whose words wait on this device while there is no connection. */
  memberId?: string;
  /** Words that came too late to be saved, when the editor is closed. */
  onUnsaved: (words: string) => void;
}

/** A note that several people write at once, in a plain text area. */
export function NoteEditor({ place, isOpen, memberId, onUnsaved }: NoteEditorProps) {
  const { t } = useTranslation('meetings');
  const { note, view } = useNote(place, memberId, onUnsaved);
  const area = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const id = useId();

  useEffect(() => {
    if (!(note && area.current)) {
      return;
    }
    const binding = new TextBinding(area.current, note.text);
    const show = () => setText(note.text.toString());
    show();
    note.text.observe(show);
    return () => {
      note.text.unobserve(show);
      binding.close();
    };
  }, [note]);

  const tellPlace = () => {
    if (area.current && isOpen) {
      note?.moveCursor({ start: area.current.selectionStart, end: area.current.selectionEnd });
    }
  };
  const isClosed = !isOpen || view.state === 'closed' || view.status === 'refused';
  return (
    <div className={classes.note}>
      <div className={classes.head}>
        <label htmlFor={id} className={classes.label}>
          {t('smallGroups.note.label')}
        </label>
        <Saved view={view} />
      </div>
      <p id={`${id}-hint`} className={classes.hint}>
        {t(isClosed ? 'smallGroups.note.closedHint' : 'smallGroups.note.hint')}
      </p>
      <div className={classes.sheet}>
        <textarea
          id={id}
          ref={area}
          className={classes.area}
          aria-describedby={`${id}-hint`}
          maxLength={LONGEST}
          readOnly={isClosed}
          spellCheck
          onSelect={tellPlace}
          onFocus={tellPlace}
          onBlur={() => note?.moveCursor()}
        />
        {view.cursors.length > 0 && <CursorMarks area={area} text={text} cursors={view.cursors} />}
      </div>
      <Writers view={view} text={text} />
      {view.problem && <ProblemNotice error={view.problem} />}
    </div>
  );
}

function Saved({ view: { state, status } }: { view: NoteView }) {
  const { t } = useTranslation('meetings');
  const isAway = state !== 'closed' && !['live', 'connecting', 'catching-up'].includes(status);
  const said: NoteState = isAway && state !== 'refused' ? 'kept' : state;
  const Icon = said === 'untouched' ? undefined : ICONS[said];
  return (
    <span role="status" className={classes.saved} data-state={said}>
      {Icon && <Icon size={18} aria-hidden />}
      {said !== 'untouched' && t(`smallGroups.note.${said}`)}
    </span>
  );
}

/** Who else is in the note and in which line: what the coloured marks say, in words. */
function Writers({ view, text }: { view: NoteView; text: string }) {
  const { t } = useTranslation('meetings');
  if (view.cursors.length === 0) {
    return null;
  }
  return (
    <ul className={classes.writers} aria-label={t('smallGroups.note.others')}>
      {view.cursors.map(({ connection, memberId, name, end }) => (
        <li key={connection} data-colour={colourOf(memberId)}>
          {t('smallGroups.note.at', { name, line: text.slice(0, end).split('\n').length })}
        </li>
      ))}
    </ul>
  );
}
