import { Button, Drawer, Group, Modal, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import { type Command, useCommand } from '../queries';
import { GroupsBoard } from '../small-groups/groups-board';
import { GroupsButton } from '../small-groups/groups-button';
import { AgendaColumn } from './agenda-column';
import { Announcer } from './announcer';
import { useArrivals } from './arrivals';
import classes from './chair.module.css';
import { ChairKeys, type KeyAction } from './chair-keys';
import { NowColumn } from './now-column';
import type { SessionProps } from './participant-view';
import { PeopleColumn } from './people-column';
import { type MechanismChoice, PointForm } from './point-form';
import { PollForm } from './poll-form';
import session from './session.module.css';
import { SessionBar } from './session-bar';
import { targetOf } from './target';

interface ChairConsoleProps extends SessionProps {
  mechanisms: readonly MechanismChoice[];
}

/** The chair's screen: agenda, now and people side by side; every action a click and a key. */
export function ChairConsole(props: ChairConsoleProps) {
  const { meeting, live, memberId, groups, mechanism, mechanisms, commentBox, leave } = props;
  const { t } = useTranslation('meetings');
  const { state } = live.snapshot;
  const command = useCommand(live.place);
  const [isPollOpen, poll] = useDisclosure(false);
  const [isPointOpen, point] = useDisclosure(false);
  const [isEndOpen, end] = useDisclosure(false);
  const [isCommentOpen, comment] = useDisclosure(false);
  const [isGroupsOpen, smallGroups] = useDisclosure(false);
  const index = state.agenda.findIndex(({ id }) => id === state.shown?.item_id);
  const item = state.agenda[index];
  const target = item && targetOf(item).target_id;
  const arrivals = useArrivals(live.place, target, target ? (state.comments[target] ?? 0) : 0);
  const isLive = state.phase === 'live';
  const send = (order: Command) => command.send(order);
  const present = (itemId: string) => send({ type: 'present', item_id: itemId });
  const next = isLive ? state.agenda[index + 1] : undefined;
  const onNext = next && (() => present(next.id));
  const openPoll = state.polls.find(({ closed_at: closedAt }) => !closedAt);
  const [firstHand] = state.hands;

  const actions: KeyAction[] = [
    {
      key: 's',
      label: t('chair.start'),
      act: state.phase === 'lobby' ? () => send({ type: 'start' }) : undefined,
    },
    { key: 'n', label: t('chair.next'), act: onNext },
    ...state.agenda.slice(0, 9).map(({ id }, place) => ({
      key: String(place + 1),
      label: t('chair.keyPoint'),
      act: isLive && place !== index ? () => present(id) : undefined,
    })),
    { key: 'a', label: t('chair.addPoint'), act: isLive ? point.open : undefined },
    { key: 'p', label: t('chair.openPoll'), act: isLive && !openPoll ? poll.open : undefined },
    {
      key: 'c',
      label: t('chair.closePoll'),
      act: openPoll && (() => send({ type: 'close_poll', poll_id: openPoll.id })),
    },
    {
      key: 'f',
      label: t('chair.giveFirst'),
      act: firstHand && (() => send({ type: 'give_floor', member_id: firstHand.member_id })),
    },
    {
      key: 'e',
      label: t('chair.endTurn'),
      act: state.floor ? () => send({ type: 'end_floor' }) : undefined,
    },
    { key: 'w', label: t('chair.comment'), act: item && comment.open },
    { key: 'r', label: t('chair.showComments'), act: () => void arrivals.show() },
    { key: 'g', label: t('smallGroups.title'), act: isLive ? smallGroups.open : undefined },
    { key: 'x', label: t('chair.end'), act: isLive ? end.open : undefined },
  ];

  return (
    <div className={session.session}>
      <SessionBar title={meeting.title} live={live}>
        <ChairKeys actions={actions} />
        {isLive && <GroupsButton live={live} onOpen={smallGroups.open} />}
        {isLive && (
          <Button size="sm" variant="default" onClick={end.open}>
            {t('chair.end')}
          </Button>
        )}
        {leave}
      </SessionBar>
      <Announcer state={state} memberId={memberId} />
      {command.error && <ProblemNotice error={command.error} />}
      <div className={classes.columns}>
        <AgendaColumn
          live={live}
          onPresent={({ id }) => present(id)}
          onNext={onNext}
          onAdd={point.open}
        />
        <NowColumn
          live={live}
          item={item}
          groups={groups}
          mechanism={mechanism}
          arrivals={arrivals}
          send={send}
          onOpenPoll={poll.open}
          onComment={comment.open}
          onStart={() => send({ type: 'start' })}
        />
        <PeopleColumn live={live} memberId={memberId} groups={groups} send={send} />
      </div>
      <PollForm isOpen={isPollOpen} itemId={item?.id} onClose={poll.close} send={command.send} />
      <PointForm
        isOpen={isPointOpen}
        mechanisms={mechanisms}
        onClose={point.close}
        send={command.send}
      />
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
      <Modal
        closeButtonProps={{ 'aria-label': t('close') }}
        opened={isEndOpen}
        onClose={end.close}
        title={t('chair.endTitle')}
      >
        <Text>{t('chair.endWords')}</Text>
        <Group mt="md">
          <Button color="red" onClick={() => command.send({ type: 'end' }, end.close)}>
            {t('chair.endYes')}
          </Button>
          <Button variant="default" onClick={end.close}>
            {t('chair.endNo')}
          </Button>
        </Group>
        {command.error && <ProblemNotice error={command.error} />}
      </Modal>
    </div>
  );
}
