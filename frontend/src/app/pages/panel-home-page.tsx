import { Text, Title } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type MeetingListed, meetingsQuery } from '@/features/meetings/queries';
import { type MyAnswer, myAnswerQuery } from '@/features/refinement/queries';
import { type MyRoundListed, myRoundsQuery } from '@/features/rounds/queries';
import { longMoment } from '@/lib/dates';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';
import classes from './pages.module.css';

const route = getRouteApi('/signed-in/panel/$studyId/');

/** What waits for somebody who is consulted: meetings, rounds, and what became of their words. */
export function PanelHomePage() {
  const { t } = useTranslation('app');
  const { studyId } = route.useParams();
  const mayChair = route.useRouteContext().membership.roles.includes('chair');
  const { data: rounds } = useSuspenseQuery(myRoundsQuery(studyId));
  const { data: meetings } = useSuspenseQuery(meetingsQuery(studyId));
  const { data: answer } = useSuspenseQuery(myAnswerQuery(studyId));
  const live = meetings.filter(({ state }) => state === 'live');
  const coming = meetings.filter(({ state }) => state === 'planned').sort(bySoonest);
  const waiting = rounds.filter(({ standing }) => standing === 'waiting');
  const over = rounds.filter(({ standing }) => standing !== 'waiting');
  const meetingCard = (meeting: MeetingListed) => (
    <MeetingCard key={meeting.id} studyId={studyId} meeting={meeting} />
  );
  return (
    <>
      <PageHeader title={t('panelHome.title')} />
      <Cards title={t('panelHome.now')}>
        {live.map(meetingCard)}
        {waiting.map((round) => (
          <RoundCard key={round.id} studyId={studyId} round={round} />
        ))}
      </Cards>
      {live.length + waiting.length === 0 && (
        <EmptyState title={t('panelHome.nothing')}>{t('panelHome.nothingHow')}</EmptyState>
      )}
      <Cards title={t('panelHome.coming')}>{coming.map(meetingCard)}</Cards>
      <Cards title={t('panelHome.back')}>
        <AnswerCard studyId={studyId} answer={answer} />
        {over.length > 0 && (
          <Card to={`/panel/${studyId}/rounds`} title={t('panelHome.rounds')}>
            {t('panelHome.roundsHow', { count: over.length })}
          </Card>
        )}
        {mayChair &&
          meetings
            .filter(({ state }) => state === 'ended')
            .map(({ id, title }) => (
              <Card key={id} to={`/panel/${studyId}/meetings/${id}/minutes`} title={title}>
                {t('panelHome.meetingMinutes')}
              </Card>
            ))}
      </Cards>
    </>
  );
}

function Cards({ title, children }: { title: string; children: ReactNode[] | ReactNode }) {
  if (Array.isArray(children) && children.flat().length === 0) {
    return null;
  }
  return (
    <section className={classes.part}>
      <Title order={2} mb="sm">
        {title}
      </Title>
      <ul className={classes.list}>{children}</ul>
    </section>
  );
}

function Card({ to, title, children }: { to: string; title: string; children: ReactNode }) {
  return (
    <li>
      <Link to={to} className={classes.choice}>
        <Text span fw={650} display="block" className={classes.choiceTitle}>
          {title}
        </Text>
        <Text span c="dimmed">
          {children}
        </Text>
      </Link>
    </li>
  );
}

function MeetingCard({ studyId, meeting }: { studyId: string; meeting: MeetingListed }) {
  const { t } = useTranslation('app');
  const when = meeting.planned_for
    ? t('panelHome.meetingOn', { when: longMoment(meeting.planned_for) })
    : t('panelHome.meetingUndated');
  return (
    <Card to={`/live/${studyId}/meetings/${meeting.id}`} title={meeting.title}>
      {meeting.state === 'live' ? t('panelHome.meetingLive') : when}
    </Card>
  );
}

function RoundCard({ studyId, round }: { studyId: string; round: MyRoundListed }) {
  const { t } = useTranslation('app');
  const minutes = t('panelHome.minutes', { count: Math.max(1, Math.round(round.seconds / 60)) });
  const until = round.closes_at
    ? t('panelHome.roundUntil', { when: longMoment(round.closes_at) })
    : t('panelHome.roundOpen');
  const given = t('panelHome.roundGiven', { answered: round.answered, total: round.questions });
  return (
    <Card to={`/panel/${studyId}/rounds/${round.id}`} title={round.title}>
      {round.answered > 0 ? given : minutes} {until}
    </Card>
  );
}

function AnswerCard({ studyId, answer }: { studyId: string; answer: MyAnswer }) {
  const { t } = useTranslation('app');
  const changed = answer.said.filter(({ fate }) => fate === 'accepted').length;
  const said = t('panelHome.said', { count: answer.said.length });
  return (
    <Card to={`/panel/${studyId}/answers`} title={t('panelHome.answer')}>
      {answer.said.length === 0
        ? t('panelHome.saidNothing')
        : `${said} ${t('panelHome.changed', { count: changed })}`}
    </Card>
  );
}

/** Meetings without a date come last. */
function bySoonest(one: MeetingListed, other: MeetingListed): number {
  return (one.planned_for ?? '9999').localeCompare(other.planned_for ?? '9999');
}
