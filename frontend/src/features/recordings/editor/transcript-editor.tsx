import { Text } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '@/lib/new-id';
import { ProblemNotice } from '@/ui/problem-notice';
import { PlayerBar } from '../components/player-bar';
import { NO_SOUND, type Player } from '../use-player';
import { useCursor } from './cursor';
import classes from './editor.module.css';
import { EditorBar } from './editor-bar';
import { FindBar } from './find-bar';
import { type Match, replaced } from './finding';
import { IdentifyDialog } from './identify-dialog';
import { useEditorKeys } from './keys';
import { KeysHelp } from './keys-help';
import { type ListHandle, PassageList } from './passage-list';
import { PassageRow } from './passage-row';
import { useSteps } from './queries';
import { useSteadyVerbs } from './steady-verbs';
import { nextUncertain, pausesIn, type Transcript } from './transcript';
import { useDrafts } from './use-drafts';
import { useFind } from './use-find';
import { useHeard } from './use-heard';
import { useVerbs } from './use-verbs';
import type { View } from './view';

interface TranscriptEditorProps {
  studyId: string;
  documentId: string;
  memberId: string;
  transcript: Transcript;
  player: Player;
  duration: number;
  view: View;
  onView: (change: Partial<View>) => void;
  /** Whether they may mark words as identifying. */
  mayIdentify: boolean;
  /** Where the sound without identifying words is, if there is sound. */
  silenced: string | undefined;
  /** Name of the mechanism that was under discussion. */
  mechanismName: (versionId: string) => string | undefined;
  /** Between the bar and the words. */
  children?: ReactNode;
}

/** The words beside the sound: followed word by word, corrected by several people at once. */
export function TranscriptEditor({
  studyId,
  documentId,
  transcript,
  ...rest
}: TranscriptEditorProps) {
  const { t } = useTranslation('recordings');
  const { player, view } = rest;
  const { passages, speakers, isCorrectable } = transcript;
  const list = useRef<ListHandle>(null);
  const steps = useSteps(studyId, documentId);
  const { kept, drafts, clashes, state } = useDrafts(documentId, rest.memberId, steps.words);
  const cursor = useCursor(passages, view, (index) => list.current?.show(index));
  const verbs = useVerbs({ transcript, steps, kept, player, cursor });
  const heard = useHeard(player.clock, passages);
  const [isHelping, setIsHelping] = useState(false);
  const [identifying, setIdentifying] = useState<string>();
  const find = useFind(passages, (index) => list.current?.show(index));

  const heardPassage = heard?.passage;
  useEffect(() => {
    if (view.isFollowing && player.isPlaying && !verbs.typing && heardPassage !== undefined) {
      list.current?.show(heardPassage);
    }
  }, [heardPassage, view.isFollowing, player.isPlaying, verbs.typing]);

  const identify = () => rest.mayIdentify && setIdentifying(verbs.chosenWords());
  const editHere = () => {
    const { passage, word } = cursor.place();
    const here = passages[passage];
    if (here) {
      verbs.edit(here, word);
    }
  };
  useEditorKeys({
    k: player.toggle,
    ' ': player.toggle,
    j: () => player.skip(-1),
    l: () => player.skip(1),
    '[': () => player.changeSpeed(-1),
    ']': () => player.changeSpeed(1),
    p: () => {
      const here = verbs.current();
      return here && verbs.hear(here, cursor.cursor?.word ?? 0);
    },
    n: () => cursor.put(nextUncertain(passages, cursor.place(), view.threshold, 1)),
    'shift+n': () => cursor.put(nextUncertain(passages, cursor.place(), view.threshold, -1)),
    ArrowRight: () => cursor.step(1),
    ArrowLeft: () => cursor.step(-1),
    ArrowDown: () => cursor.stepPassage(1),
    ArrowUp: () => cursor.stepPassage(-1),
    Enter: editHere,
    e: editHere,
    escape: verbs.leave,
    next: verbs.leaveAndGoOn,
    s: () => void verbs.split(),
    m: () => void verbs.join(),
    i: verbs.inaudible,
    x: identify,
    find: find.open,
    '/': find.open,
    u: () => isCorrectable && steps.undo.mutate(),
    'shift+u': () => isCorrectable && steps.redo.mutate(),
    v: () => rest.onView({ verbatim: view.verbatim === 'full' ? 'intelligent' : 'full' }),
    '?': () => setIsHelping(true),
    ...Object.fromEntries(
      Array.from({ length: 10 }, (_, number) => [String(number), () => verbs.assignNumber(number)]),
    ),
  });

  const rowVerbs = useSteadyVerbs({
    onHear: (passage) => verbs.hear(passage),
    onEdit: verbs.edit,
    onSpeaker: (passage, speakerId) => verbs.assign(speakerId, passage),
    onSettle: (passage, text) => void kept.settle(passage.id, text),
    field: {
      onType: verbs.type,
      onLeave: verbs.leave,
      onSplit: () => void verbs.split(),
      onJoin: () => void verbs.join(),
      onInaudible: verbs.inaudible,
      onIdentify: identify,
    },
  });

  function replace(matches: readonly Match[], words: string) {
    const texts = [...replaced(matches, words)].filter(([, text]) => text);
    steps.words.mutate({
      client_id: newId(),
      passages: texts.map(([passage, text]) => ({
        segment_id: passage.id,
        seen: passage.text,
        text,
      })),
    });
  }

  const failed = [steps.split, steps.join, steps.speaker, steps.undo, steps.redo].find(
    ({ isError }) => isError,
  );
  const passedOver = [steps.undo, steps.redo, steps.words].flatMap(({ data }) =>
    data === steps.words.data && !find.isOpen ? [] : (data?.conflicts ?? []),
  );
  const clashed = Object.keys(clashes);
  return (
    <>
      <PlayerBar player={player} duration={rest.duration}>
        <EditorBar
          state={state}
          here={transcript.here}
          isCorrectable={isCorrectable}
          view={view}
          onView={rest.onView}
          onUndo={() => steps.undo.mutate()}
          onRedo={() => steps.redo.mutate()}
          onFind={find.open}
          onIdentify={rest.mayIdentify ? identify : undefined}
          onHelp={() => setIsHelping(true)}
        />
        {find.isOpen && (
          <FindBar
            wanted={find.wanted}
            onWanted={find.want}
            matches={find.matches}
            current={find.current}
            onGo={find.go}
            onReplace={isCorrectable ? replace : undefined}
            onClose={find.close}
          />
        )}
      </PlayerBar>
      {rest.children}
      {failed?.error && <ProblemNotice error={failed.error} />}
      {passedOver.length > 0 && (
        <Text role="alert" className={classes.clash}>
          {t('editor.passedOver', { count: passedOver.length })}
        </Text>
      )}
      {clashed.length > 0 && (
        <Text role="status" size="sm">
          {t('editor.clash.count', { count: clashed.length })}
        </Text>
      )}
      {passages.length === 0 && <Text>{t('text.empty')}</Text>}
      <PassageList
        passages={passages}
        total={transcript.total}
        handle={list}
        onWord={(index, word, isTwice) => {
          const passage = passages[index];
          if (passage && isTwice) {
            verbs.edit(passage, word);
          } else if (passage) {
            verbs.hear(passage, word);
          }
        }}
        row={(passage, index) => (
          <>
            <Subject
              versionId={passage.version_id}
              before={passages[index - 1]?.version_id}
              name={rest.mechanismName}
            />
            <PassageRow
              passage={passage}
              speakers={speakers}
              view={view}
              isCorrectable={isCorrectable}
              draft={drafts[passage.id]?.text}
              caret={verbs.typing?.caret ?? 0}
              isEditing={verbs.typing?.id === passage.id}
              clash={clashes[passage.id]}
              heard={heard?.passage === index ? heard.word : undefined}
              cursor={cursor.cursor?.id === passage.id ? cursor.cursor.word : undefined}
              found={find.inPassage(passage)}
              pauses={view.hasPauses ? pausesIn(passages, index) : undefined}
              hasSound={player !== NO_SOUND}
              verbs={rowVerbs}
            />
          </>
        )}
      />
      <KeysHelp isOpen={isHelping} onClose={() => setIsHelping(false)} />
      {identifying !== undefined && rest.mayIdentify && (
        <IdentifyDialog
          studyId={studyId}
          documentId={documentId}
          words={identifying}
          silenced={rest.silenced}
          onClose={() => setIdentifying(undefined)}
        />
      )}
    </>
  );
}

interface SubjectProps {
  versionId: string | null;
  before: string | null | undefined;
  name: (versionId: string) => string | undefined;
}

/** The mechanism under discussion, where it changes. */
function Subject({ versionId, before, name }: SubjectProps) {
  const title = versionId && versionId !== before && name(versionId);
  return title ? <h2 className={classes.subject}>{title}</h2> : null;
}
