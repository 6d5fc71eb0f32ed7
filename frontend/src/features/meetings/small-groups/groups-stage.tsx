import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveMeeting } from '../live';
import type { Command, StakeholderGroup } from '../queries';
import { Countdown } from './countdown';
import { GroupRoom } from './group-room';
import type { Division, SmallGroup } from './queries';
import { ReportShown } from './report-shown';
import classes from './small-groups.module.css';

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
  if (division && mine) {
    return <GroupRoom {...props} division={division} group={mine} mayChair={false} />;
  }
  return (
    <>
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
    </>
  );
}
