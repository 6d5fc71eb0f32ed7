import { Button, Group, NumberInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import type { LiveMeeting } from '../live';
import { type StakeholderGroup, useCommand } from '../queries';
import { BoardGroup } from './board-group';
import { Countdown } from './countdown';
import { MakeGroups } from './make-groups';
import { type Division, notesQuery } from './queries';
import { ReportOrder } from './report-order';
import classes from './small-groups.module.css';
import { TooLate } from './too-late';

const LOOK_EVERY_MS = 5000;
const WARN_SECONDS = 60;

interface GroupsBoardProps {
  live: LiveMeeting;
  groups: readonly StakeholderGroup[];
}

/** The chair's view of the small groups: make them, send them out, look on, call back, hear them. */
export function GroupsBoard({ live, groups }: GroupsBoardProps) {
  const { t } = useTranslation('meetings');
  const command = useCommand(live.place);
  const [isMaking, setMaking] = useState(false);
  const [unsaved, setUnsaved] = useState('');
  const division = live.snapshot.state.divisions.at(-1);
  const isOut = Boolean(division?.sent_at && !division.recalled_at);
  const { data: notes } = useQuery({
    ...notesQuery(live.place),
    enabled: Boolean(division?.sent_at),
    refetchInterval: isOut ? LOOK_EVERY_MS : false,
  });
  const { send } = command;
  return (
    <div className={classes.board}>
      {command.error && <ProblemNotice error={command.error} />}
      <TooLate words={unsaved} onForget={() => setUnsaved('')} />
      {division && !isMaking && (
        <>
          <Steps division={division} live={live} send={send} />
          <Unplaced division={division} live={live} send={send} />
          <ul className={classes.boardGroups}>
            {division.groups.map((group) => (
              <BoardGroup
                key={group.id}
                division={division}
                group={group}
                note={notes?.find((note) => note.small_group_id === group.id)}
                live={live}
                groups={groups}
                send={send}
                onUnsaved={setUnsaved}
              />
            ))}
          </ul>
          {division.sent_at && <ReportOrder division={division} send={send} />}
          {!isOut && (
            <Group>
              <Button size="sm" variant="default" onClick={() => setMaking(true)}>
                {t(division.sent_at ? 'smallGroups.makeMore' : 'smallGroups.makeAgain')}
              </Button>
            </Group>
          )}
        </>
      )}
      {(!division || isMaking) && (
        <>
          <MakeGroups live={live} send={(order) => send(order, () => setMaking(false))} />
          {isMaking && (
            <Button size="sm" variant="subtle" color="gray" onClick={() => setMaking(false)}>
              {t('smallGroups.keep')}
            </Button>
          )}
        </>
      )}
    </div>
  );
}

interface StepsProps {
  division: Division;
  live: LiveMeeting;
  send: ReturnType<typeof useCommand>['send'];
}

/** The next step: send out, or warn and call back. */
function Steps({ division, live, send }: StepsProps) {
  const { t } = useTranslation('meetings');
  const [minutes, setMinutes] = useState(15);
  if (division.recalled_at) {
    return <p>{t('smallGroups.recalled')}</p>;
  }
  if (!(division.sent_at && division.ends_at)) {
    return (
      <div className={classes.steps}>
        <NumberInput
          label={t('smallGroups.minutes')}
          w={130}
          min={1}
          max={480}
          value={minutes}
          onChange={(value) => setMinutes(Math.max(1, Number(value) || 1))}
        />
        <Button onClick={() => send({ type: 'send_out', minutes })}>
          {t('smallGroups.sendOut')}
        </Button>
        {division.seed !== null && (
          <p className={classes.quiet}>{t('smallGroups.seed', { seed: division.seed })}</p>
        )}
      </div>
    );
  }
  return (
    <div className={classes.roomHead}>
      <Countdown
        sentAt={division.sent_at}
        endsAt={division.ends_at}
        clockOffset={live.clockOffset}
      />
      <Button
        variant="default"
        onClick={() => send({ type: 'warn_small_groups', seconds: WARN_SECONDS })}
      >
        {t('smallGroups.warn')}
      </Button>
      <Button onClick={() => send({ type: 'call_back' })}>{t('smallGroups.callBack')}</Button>
    </div>
  );
}

/** Those who are here and have no place yet. */
function Unplaced({ division, live, send }: StepsProps) {
  const { t } = useTranslation('meetings');
  const { here, state } = live.snapshot;
  const placed = new Set(division.groups.flatMap((group) => group.member_ids));
  const without = here.filter(
    ({ id, group_id: panel }) => panel && state.people[id] && !placed.has(id),
  );
  if (division.recalled_at || without.length === 0) {
    return null;
  }
  return (
    <section className={classes.unplaced}>
      <h3>{t('smallGroups.unplaced', { count: without.length })}</h3>
      <Group gap="xs">
        {without.map(({ id, name }) => (
          <Button
            key={id}
            size="compact-sm"
            variant="default"
            onClick={() =>
              send({ type: 'place_in_small_group', member_id: id, small_group_id: null })
            }
          >
            {t('smallGroups.place', { name })}
          </Button>
        ))}
      </Group>
    </section>
  );
}
