import { Button, Drawer, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import { WallDialog } from '../projection/wall-dialog';
import { type Command, useCommand } from '../queries';
import { VoiceDrawer } from '../record/voice-drawer';
import { CaptionsStrip } from '../red-light/captions-strip';
import { ConsentCard } from '../red-light/consent-card';
import { RecordButton } from '../red-light/record-button';
import { GroupsBoard } from '../small-groups/groups-board';
import { GroupsButton } from '../small-groups/groups-button';
import { AgendaColumn } from './agenda-column';
import { Announcer } from './announcer';
import { useArrivals } from './arrivals';
import classes from './chair.module.css';
import { chairActions, nextPoint } from './chair-actions';
import { ChairKeys, Key } from './chair-keys';
import { ChairMore } from './chair-more';
import { ChairSeat } from './chair-seat';
import { EndMeeting } from './end-meeting';
import { HandOver } from './hand-over';
import { MinutesForm } from './minutes-form';
import { NowColumn } from './now-column';
import { type Draft, OutcomeForm } from './outcome-form';
import type { SessionProps } from './participant-view';
import { PeopleColumn } from './people-column';
import { type MechanismChoice, PointForm } from './point-form';
import { PollForm, type RoundQuestions } from './poll-form';
import session from './session.module.css';
import { SessionBar } from './session-bar';
import { targetOf } from './target';

interface ChairConsoleProps extends SessionProps {
  mechanisms: readonly MechanismChoice[];
  roundQuestions: RoundQuestions;
  /** What can be done with the polls once the meeting has ended. */
  afterwards: ReactNode;
}

/** The chair's screen: agenda, now and people side by side; every action a click and a key. */
export function ChairConsole(props: ChairConsoleProps) {
  const { meeting, live, memberId, groups, mechanism, mechanisms, commentBox, leave } = props;
  const { roundQuestions, afterwards } = props;
  const { t } = useTranslation('meetings');
  const { state } = live.snapshot;
  const command = useCommand(live.place);
  const [isPollOpen, poll] = useDisclosure(false);
  const [isPointOpen, point] = useDisclosure(false);
  const [isEndOpen, end] = useDisclosure(false);
  const [isCommentOpen, comment] = useDisclosure(false);
  const [isGroupsOpen, smallGroups] = useDisclosure(false);
  const [isHandOverOpen, handOver] = useDisclosure(false);
  const [isRecordOpen, record] = useDisclosure(false);
  const [isVoicesOpen, voices] = useDisclosure(false);
  const [isWallOpen, wall] = useDisclosure(false);
  const [timed, setTimed] = useState<string>();
  const [draft, setDraft] = useState<Draft>();
  const item = state.agenda.find(({ id }) => id === state.shown?.item_id);
  const target = item && targetOf(item).target_id;
  const arrivals = useArrivals(live.place, target, target ? (state.comments[target] ?? 0) : 0);
  const isLive = state.phase === 'live';
  const canAct = isLive && state.chair?.member_id === memberId;
  const send = (order: Command) => command.send(order);
  const next = nextPoint(state);
  const note = (kind: 'decision' | 'action') => setDraft({ kind, itemId: item?.id ?? null });
  const actions = chairActions({
    t,
    state,
    comments: arrivals.comments,
    canAct,
    send,
    open: {
      point: point.open,
      poll: poll.open,
      end: end.open,
      comment: comment.open,
      handOver: handOver.open,
      record: record.open,
      smallGroups: smallGroups.open,
      voices: voices.open,
      wall: wall.open,
      time: setTimed,
      correct: (correcting) => setDraft({ correcting }),
      decision: () => note('decision'),
      action: () => note('action'),
    },
    showComments: () => void arrivals.show(),
  });

  return (
    <div className={session.session}>
      <SessionBar
        title={meeting.title}
        live={live}
        memberId={memberId}
        hasOwnLight={meeting.may_record}
        isTimed
      >
        <ChairKeys actions={actions} />
        {isLive && <GroupsButton live={live} onOpen={smallGroups.open} />}
        {canAct && (
          <>
            <Button
              size="sm"
              variant="default"
              rightSection={<Key>b</Key>}
              onClick={() => send({ type: state.paused_at ? 'resume' : 'pause' })}
            >
              {t(state.paused_at ? 'pause.resume' : 'pause.pause')}
            </Button>
            <Button size="sm" variant="default" rightSection={<Key>x</Key>} onClick={end.open}>
              {t('chair.end')}
            </Button>
          </>
        )}
        {meeting.may_record && (
          <RecordButton
            live={live}
            memberId={memberId}
            dialog={{ isOpen: isRecordOpen, ...record }}
          />
        )}
        <ChairMore onVoices={voices.open} onWall={wall.open} />
        {leave}
      </SessionBar>
      <Announcer state={state} memberId={memberId} />
      {isLive && !canAct && <ChairSeat live={live} memberId={memberId} command={command} />}
      {command.error && <ProblemNotice error={command.error} />}
      <ConsentCard live={live} memberId={memberId} />
      <div className={classes.columns}>
        <AgendaColumn
          live={live}
          canAct={canAct}
          send={send}
          onNext={next && (() => send({ type: 'present', item_id: next.id }))}
          onAdd={point.open}
          onTime={setTimed}
        />
        <NowColumn
          live={live}
          item={item}
          groups={groups}
          mechanism={mechanism}
          arrivals={arrivals}
          canAct={canAct}
          send={send}
          onOpenPoll={poll.open}
          onComment={comment.open}
          onNote={note}
          onCorrect={(correcting) => setDraft({ correcting })}
          onStart={() => send({ type: 'start' })}
          afterwards={afterwards}
        />
        <PeopleColumn
          live={live}
          memberId={memberId}
          groups={groups}
          canAct={canAct}
          send={send}
          onHandOver={handOver.open}
        />
      </div>
      <CaptionsStrip live={live} />
      <PollForm
        isOpen={isPollOpen}
        itemId={item?.id}
        agenda={state.agenda}
        onClose={poll.close}
        send={command.send}
        roundQuestions={roundQuestions}
      />
      <PointForm
        isOpen={isPointOpen}
        mechanisms={mechanisms}
        state={state}
        onClose={point.close}
        send={command.send}
      />
      <MinutesForm
        item={state.agenda.find(({ id }) => id === timed)}
        onClose={() => setTimed(undefined)}
        send={command.send}
      />
      <VoiceDrawer
        place={live.place}
        groups={groups}
        isOpen={isVoicesOpen}
        onClose={voices.close}
      />
      <WallDialog place={live.place} meeting={meeting} isOpen={isWallOpen} onClose={wall.close} />
      <Drawer
        closeButtonProps={{ 'aria-label': t('close') }}
        opened={isGroupsOpen}
        onClose={smallGroups.close}
        title={t('smallGroups.title')}
        position="right"
        size="min(60rem, 100%)"
      >
        <GroupsBoard live={live} groups={groups} />
      </Drawer>
      <HandOver
        isOpen={isHandOverOpen}
        live={live}
        memberId={memberId}
        onClose={handOver.close}
        send={command.send}
      />
      {draft && (
        <OutcomeForm
          draft={draft}
          names={Object.values(state.people).map(({ name }) => name)}
          onClose={() => setDraft(undefined)}
          send={command.send}
        />
      )}
      <Modal
        closeButtonProps={{ 'aria-label': t('close') }}
        opened={isCommentOpen}
        onClose={comment.close}
        title={t('chair.comment')}
      >
        {item &&
          commentBox(item, () => {
            void arrivals.show();
            comment.close();
          })}
      </Modal>
      <EndMeeting isOpen={isEndOpen} onClose={end.close} command={command} />
    </div>
  );
}
