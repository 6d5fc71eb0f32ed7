import { Button, Text, Title } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loading } from '@/ui/loading';
import { Moment } from '@/ui/moment';
import { ProblemNotice } from '@/ui/problem-notice';
import { CodeShown } from '../joining/code-shown';
import {
  type Meeting,
  meetingCommentsQuery,
  type Place,
  type StakeholderGroup,
  stateQuery,
  useInvite,
} from '../queries';
import { Arrivals } from './arrivals';
import { AgendaList } from './lobby';
import { namesOf } from './meeting-list';
import { NamesByGroup } from './names-by-group';
import classes from './plan.module.css';
import { PollResult } from './poll-result';

interface MeetingDetailsProps {
  place: Place;
  meeting: Meeting;
  groups: readonly StakeholderGroup[];
}

/** A meeting for those who plan it: its plan, its invitations and, afterwards, what happened. */
export function MeetingDetails({ place, meeting, groups }: MeetingDetailsProps) {
  const { t } = useTranslation('meetings');
  return (
    <div className={classes.sections}>
      <dl className={classes.facts}>
        <dt>{t('list.state')}</dt>
        <dd>{t(`states.${meeting.state}`)}</dd>
        <dt>{t('meeting.when')}</dt>
        <dd>
          {meeting.planned_for ? (
            <Moment at={meeting.planned_for} style="long" />
          ) : (
            t('list.notSet')
          )}
        </dd>
        {meeting.place && (
          <>
            <dt>{t('meeting.where')}</dt>
            <dd>{meeting.place}</dd>
          </>
        )}
        <dt>{t('meeting.who')}</dt>
        <dd>{namesOf(meeting.group_ids, groups) || t('list.everybody')}</dd>
      </dl>
      <section>
        <Title order={2}>{t('meeting.agenda')}</Title>
        <AgendaList agenda={meeting.agenda} />
      </section>
      {meeting.state !== 'ended' && (
        <section>
          <Title order={2} mb="xs">
            {t('join.shown')}
          </Title>
          <CodeShown place={place} meeting={meeting} />
        </section>
      )}
      {meeting.may_build && meeting.state !== 'ended' && (
        <Invitations place={place} meeting={meeting} />
      )}
      {meeting.state !== 'planned' && <Happened place={place} groups={groups} />}
    </div>
  );
}

function Invitations({ place, meeting }: Omit<MeetingDetailsProps, 'groups'>) {
  const { t } = useTranslation('meetings');
  const { mutate, isPending, error, data } = useInvite(place);
  const waiting = meeting.to_invite ?? 0;
  return (
    <section>
      <Title order={2}>{t('meeting.invitations')}</Title>
      <Text my="xs">
        {t('meeting.invited', { count: meeting.invited ?? 0 })}{' '}
        {waiting === 0 && t('meeting.allInvited')}
      </Text>
      {waiting > 0 && (
        <Button
          leftSection={<IconMail size={16} aria-hidden />}
          loading={isPending}
          onClick={() => mutate()}
        >
          {t('meeting.invite', { count: waiting })}
        </Button>
      )}
      <Text role="status" mt="xs">
        {data && t('meeting.sent', { count: data.sent })}
      </Text>
      {error && <ProblemNotice error={error} />}
    </section>
  );
}

function Happened({ place, groups }: Omit<MeetingDetailsProps, 'meeting'>) {
  const { t } = useTranslation('meetings');
  const { data: snapshot, error } = useQuery(stateQuery(place));
  const { data: comments } = useQuery(meetingCommentsQuery(place));
  if (error) {
    return <ProblemNotice error={error} />;
  }
  if (!snapshot) {
    return <Loading />;
  }
  const people = Object.values(snapshot.state.people);
  const polls = snapshot.state.polls.filter(({ result }) => result);
  return (
    <>
      <section>
        <Title order={2}>{t('meeting.attended', { count: people.length })}</Title>
        <NamesByGroup people={people} groups={groups} />
      </section>
      <section>
        <Title order={2} mb="xs">
          {t('meeting.polls')}
        </Title>
        {polls.length === 0 && <Text>{t('meeting.noPolls')}</Text>}
        {polls.map((poll) => (
          <PollResult key={poll.id} poll={poll} groups={groups} />
        ))}
      </section>
      <section>
        <Title order={2} mb="xs">
          {t('meeting.comments')}
        </Title>
        <Arrivals comments={comments ?? []} waiting={0} onShow={() => undefined} />
      </section>
    </>
  );
}
