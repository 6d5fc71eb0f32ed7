import { Title } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { meetingQuery, type Place } from '@/features/meetings/queries';
import { MinutesView } from '@/features/meetings/record/minutes-view';
import { VoicesNow } from '@/features/meetings/record/voice-drawer';
import { type Study, studyQuery } from '@/features/studies/queries';
import { PageHeader } from '@/ui/page-header';
import { MeetingCarried } from './meeting-carried';
import classes from './pages.module.css';

const route = getRouteApi('/signed-in/studies/$studyId/meetings/$meetingId/minutes');

const chairsRoute = getRouteApi('/signed-in/panel/$studyId/meetings/$meetingId/minutes');

/** The record of a meeting: its minutes, its polls in rounds, and whether the groups were heard alike. */
export function MeetingMinutesPage() {
  const place = route.useParams();
  const { data: study } = useSuspenseQuery(studyQuery(place.studyId));
  return (
    <Minutes place={place} study={study}>
      <MeetingCarried study={study} meetingId={place.meetingId} />
    </Minutes>
  );
}

/** The same record for an independent chair. */
export function ChairsMinutesPage() {
  const place = chairsRoute.useParams();
  const { data: study } = useSuspenseQuery(studyQuery(place.studyId));
  return <Minutes place={place} study={study} />;
}

function Minutes(props: { place: Place; study: Study; children?: ReactNode }) {
  const { place, study, children } = props;
  const { t } = useTranslation('meetings');
  const { data: meeting } = useSuspenseQuery(meetingQuery(place));
  return (
    <>
      <PageHeader title={t('minutes.of', { title: meeting.title })} lead={t('minutes.lead')} />
      <MinutesView place={place} />
      {children}
      <section className={`${classes.part} measure`}>
        <Title order={2} mb="xs">
          {t('voice.title')}
        </Title>
        <VoicesNow place={place} groups={study.groups} />
      </section>
    </>
  );
}
