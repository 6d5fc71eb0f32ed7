import type { TFunction } from 'i18next';
import { statusOf } from '../meeting-clock';
import type { Command, LiveState, MeetingComment, Outcome } from '../queries';
import { speakersToCome } from '../queue';
import type { KeyAction } from './chair-keys';
import { newestUnmarked, toBeRaised } from './to-raise';

interface ActionsOf {
  t: TFunction<'meetings'>;
  state: LiveState;
  comments: readonly MeetingComment[];
  canAct: boolean;
  send: (command: Command) => void;
  open: Record<
    | 'point'
    | 'poll'
    | 'end'
    | 'comment'
    | 'decision'
    | 'action'
    | 'handOver'
    | 'smallGroups'
    | 'record'
    | 'voices'
    | 'wall',
    () => void
  > & { time: (itemId: string) => void; correct: (outcome: Outcome) => void };
  showComments: () => void;
}

/** Everything that the chair does by a key; without `act` it cannot be done now. */
export function chairActions(given: ActionsOf): KeyAction[] {
  const { t, state, canAct, send, open, showComments } = given;
  const isLobby = state.phase === 'lobby';
  const waitingPoll = state.polls.findLast((poll) => poll.closed_at && !poll.released_at);
  const openPoll = state.polls.find(({ closed_at: closedAt }) => !closedAt);
  const newestOutcome = state.outcomes.at(-1);
  const when = (condition: unknown, act: () => void) => (canAct && condition ? act : undefined);
  return [
    { key: 's', label: t('chair.start'), act: isLobby ? () => send({ type: 'start' }) : undefined },
    ...agendaActions(given),
    { key: 'a', label: t('chair.addPoint'), act: when(true, open.point) },
    {
      key: 'b',
      label: t('pause.either'),
      act: when(true, () => send({ type: state.paused_at ? 'resume' : 'pause' })),
    },
    { key: 'p', label: t('chair.openPoll'), act: when(!openPoll, open.poll) },
    {
      key: 'c',
      label: t('chair.closePoll'),
      act: openPoll && when(true, () => send({ type: 'close_poll', poll_id: openPoll.id })),
    },
    {
      key: 'o',
      label: t('chair.release'),
      act: waitingPoll && when(true, () => send({ type: 'release_poll', poll_id: waitingPoll.id })),
    },
    { key: 'd', label: t('outcome.noteTitle.decision'), act: when(true, open.decision) },
    { key: 't', label: t('outcome.noteTitle.action'), act: when(true, open.action) },
    {
      key: 'shift+d',
      label: t('outcome.correctNewest'),
      act: newestOutcome && when(true, () => open.correct(newestOutcome)),
    },
    ...floorActions(given),
    { key: 'w', label: t('chair.comment'), act: state.shown ? open.comment : undefined },
    { key: 'r', label: t('chair.showComments'), act: showComments },
    ...raisingActions(given),
    {
      key: 'g',
      label: t('smallGroups.title'),
      act: state.phase === 'live' ? open.smallGroups : undefined,
    },
    {
      key: 'i',
      label: t('room.title'),
      act: state.phase === 'live' ? open.record : undefined,
    },
    { key: 'y', label: t('voice.button'), act: open.voices },
    { key: 'z', label: t('projector.button'), act: open.wall },
    { key: 'h', label: t('seat.handOver'), act: when(true, open.handOver) },
    {
      key: 'shift+h',
      label: t('seat.takeKey'),
      act: state.phase === 'live' && !canAct ? () => send({ type: 'take_chair' }) : undefined,
    },
    { key: 'x', label: t('chair.end'), act: when(true, open.end) },
  ];
}

/** The point that comes next. */
export function nextPoint(state: LiveState) {
  return state.agenda.find(({ id }) => statusOf(state, id) === 'to_come');
}

function agendaActions({ t, state, canAct, send, open }: ActionsOf): KeyAction[] {
  const toCome = state.agenda.filter(({ id }) => statusOf(state, id) === 'to_come');
  const [next, second] = toCome;
  const skipped = state.skipped.at(-1);
  const shown = state.shown?.item_id;
  const timed = shown ?? next?.id;
  const present = (itemId: string) => () => send({ type: 'present', item_id: itemId });
  return [
    { key: 'n', label: t('chair.next'), act: canAct && next ? present(next.id) : undefined },
    ...state.agenda.slice(0, 9).map(({ id }, place) => ({
      key: String(place + 1),
      label: t('chair.keyPoint'),
      act: canAct && id !== shown ? present(id) : undefined,
    })),
    {
      key: 'shift+n',
      label: t('point.timeShown'),
      act: canAct && timed ? () => open.time(timed) : undefined,
    },
    {
      key: 'k',
      label: t('point.skipNext'),
      act: canAct && next ? () => send({ type: 'skip', item_id: next.id }) : undefined,
    },
    {
      key: 'u',
      label: t('point.putBackLast'),
      act:
        canAct && skipped
          ? () => send({ type: 'put_back', item_id: skipped, before: next?.id ?? null })
          : undefined,
    },
    {
      key: 'l',
      label: t('point.laterShown'),
      act:
        canAct && shown
          ? () => send({ type: 'put_back', item_id: shown, before: null })
          : undefined,
    },
    {
      key: 'j',
      label: t('point.swap'),
      act:
        canAct && next && second
          ? () => send({ type: 'move_item', item_id: second.id, before: next.id })
          : undefined,
    },
  ];
}

function floorActions({ t, state, canAct, send }: ActionsOf): KeyAction[] {
  const [first] = speakersToCome(state);
  const isBalanced = state.queue === 'balanced';
  return [
    {
      key: 'f',
      label: t('chair.giveFirst'),
      act:
        canAct && first && !state.paused_at
          ? () => send({ type: 'give_floor', member_id: first.member_id })
          : undefined,
    },
    {
      key: 'shift+f',
      label: t('chair.lowerFirst'),
      act:
        canAct && first
          ? () => send({ type: 'lower_hand', member_id: first.member_id })
          : undefined,
    },
    {
      key: 'e',
      label: t('chair.endTurn'),
      act: canAct && state.floor ? () => send({ type: 'end_floor' }) : undefined,
    },
    {
      key: 'q',
      label: t('queue.either'),
      act: canAct
        ? () => send({ type: 'set_queue', order: isBalanced ? 'asking' : 'balanced' })
        : undefined,
    },
  ];
}

function raisingActions({ t, state, comments, canAct, send }: ActionsOf): KeyAction[] {
  const [first] = toBeRaised(comments, state.marks);
  const newest = newestUnmarked(comments, state.marks);
  const mark = (comment: MeetingComment, as: 'to_raise' | 'raised' | null) => () =>
    send({ type: 'mark_comment', comment_id: comment.id, mark: as });
  return [
    {
      key: 'm',
      label: t('raise.markNewest'),
      act: canAct && newest ? mark(newest, 'to_raise') : undefined,
    },
    {
      key: 'v',
      label: t('raise.raiseFirst'),
      act: canAct && first ? mark(first, 'raised') : undefined,
    },
    {
      key: 'shift+m',
      label: t('raise.dropFirst'),
      act: canAct && first ? mark(first, null) : undefined,
    },
  ];
}
