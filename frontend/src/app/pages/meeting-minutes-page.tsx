import { Title } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { meetingQuery } from '@/features/meetings/queries';
import { MinutesView } from '@/features/meetings/record/minutes-view';
import { VoicesNow } from '@/features/meetings/record/voice-drawer';
import { studyQuery } from '@/features/studies/queries';
import { PageHeader } from '@/ui/page-header';
import { MeetingCarried } from './meeting-carried';
import classes from './pages.module.css';

const route = getRouteApi('/signed-in/studies/$studyId/meetings/$meetingId/minutes');

/** The record of a meeting: its minutes, and whether the groups were heard alike. */
export function MeetingMinutesPage() {
  const { t } = useTranslation('meetings');
  const place = route.useParams();
  const { data: study } = useSuspenseQuery(studyQuery(place.studyId));
  const { data: meeting } = useSuspenseQuery(meetingQuery(place));
  return (
    <>
      <PageHeader title={t('minutes.of', { title: meeting.title })} lead={t('minutes.lead')} />
      <MinutesView place={place} />
      <MeetingCarried study={study} meetingId={place.meetingId} />
      <section className={`${classes.part} measure`}>
        <Title order={2} mb="xs">
          {t('voice.title')}
        </Title>
        <VoicesNow place={place} groups={study.groups} />
      </section>
    </>
  );
}
