import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveMeeting } from '../live';
import type { Command, StakeholderGroup } from '../queries';
import { Countdown } from './countdown';
import { GroupRoom } from './group-room';
import { NotesRead } from './notes-read';
import type { Division, SmallGroup } from './queries';
import { ReportShown } from './report-shown';
import classes from './small-groups.module.css';
import { TooLate } from './too-late';
import { useTooLate } from './use-too-late';

/** The small group that somebody is in while people are out. */
export function groupOf(division: Division | undefined, memberId: string): SmallGroup | undefined {
  const isOut = division?.sent_at && !division.recalled_at;
  return isOut ? division.groups.find((group) => group.member_ids.includes(memberId)) : undefined;
}

interface GroupsStageProps {
  live: LiveMeeting;
  memberId: string;
  groups: readonly StakeholderGroup[];
  mechanism: (versionId: string) => ReactNode;
  send: (command: Command) => void;
  /** What the room shows. */
  children: ReactNode;
}

/** What fills a participant's screen: their small group while people are out, then the reports. */
export function GroupsStage(props: GroupsStageProps) {
  const { live, memberId, children } = props;
  const { t } = useTranslation('meetings');
  const division = live.snapshot.state.divisions.at(-1);
  const mine = groupOf(division, memberId);
  const tooLate = useTooLate(live.place, division, memberId);
  const number = mine && division ? division.groups.indexOf(mine) + 1 : undefined;
  const isBack = Boolean(division?.recalled_at);
  // the eye sees the screen change; a screen reader is told
  const said = (
    <VisuallyHidden role="status">
      {number !== undefined && t('smallGroups.sayOut', { number })}
      {isBack && t('smallGroups.sayBack')}
    </VisuallyHidden>
  );
  if (division && mine) {
    return (
      <>
        {said}
        <GroupRoom
          {...props}
          division={division}
          group={mine}
          mayChair={false}
          onUnsaved={tooLate.show}
        />
      </>
    );
  }
  return (
    <>
      {said}
      <TooLate words={tooLate.words} onForget={tooLate.forget} />
      {division?.sent_at && division.ends_at && !division.recalled_at && (
        <p className={classes.warning}>
          {t('smallGroups.othersOut')}{' '}
          <Countdown
            sentAt={division.sent_at}
            endsAt={division.ends_at}
            clockOffset={live.clockOffset}
          />
        </p>
      )}
      {division?.reporting && (
        <ReportShown place={live.place} division={division} smallGroupId={division.reporting} />
      )}
      {children}
      <NotesRead place={live.place} divisions={live.snapshot.state.divisions} />
    </>
  );
}
