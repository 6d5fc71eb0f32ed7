import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { MeetingDetails } from '@/features/meetings/components/meeting-details';
import { meetingQuery } from '@/features/meetings/queries';
import { RehearseButton } from '@/features/rehearsing/components/rehearse-button';
import { studyQuery } from '@/features/studies/queries';
import { PageHeader } from '@/ui/page-header';
import { useGoToRehearsal } from './go-to-rehearsal';

const route = getRouteApi('/signed-in/studies/$studyId/meetings/$meetingId');

/** A meeting for the team: its plan, its invitations, what happened in it. */
export function MeetingPage() {
  const { t } = useTranslation('meetings');
  const place = route.useParams();
  const { data: study } = useSuspenseQuery(studyQuery(place.studyId));
  const { data: meeting } = useSuspenseQuery(meetingQuery(place));
  const goToRehearsal = useGoToRehearsal();
  const plan = `/studies/${place.studyId}/meetings/${place.meetingId}/plan`;
  return (
    <>
      <PageHeader
        title={meeting.title}
        actions={
          <>
            {meeting.state === 'planned' && meeting.may_build && (
              <Button component={Link} to={plan} variant="default">
                {t('meeting.change')}
              </Button>
            )}
            {meeting.state === 'planned' && (meeting.may_build || meeting.may_chair) && (
              <RehearseButton {...place} onBegun={goToRehearsal} />
            )}
            {meeting.state !== 'planned' && (
              <Button
                component={Link}
                to={`/studies/${place.studyId}/meetings/${place.meetingId}/minutes`}
                variant="default"
              >
                {t('minutes.open')}
              </Button>
            )}
            {meeting.state !== 'ended' && (
              <Button component={Link} to={`/live/${place.studyId}/meetings/${place.meetingId}`}>
                {t('meeting.enter')}
              </Button>
            )}
          </>
        }
      />
      <MeetingDetails place={place} meeting={meeting} groups={study.groups} />
    </>
  );
}
