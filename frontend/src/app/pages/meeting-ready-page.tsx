import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DeviceCheck } from '@/features/meetings/joining/device-check';
import { meetingQuery } from '@/features/meetings/queries';
import { usePageTitle } from '@/ui/page-title';

const route = getRouteApi('/signed-in/live/$studyId/meetings/$meetingId/ready');

/** A look at one's device before coming into a meeting. */
export function MeetingReadyPage() {
  const { t } = useTranslation('meetings');
  const place = route.useParams();
  const { data: meeting } = useSuspenseQuery(meetingQuery(place));
  usePageTitle(t('ready.title'));
  return (
    <DeviceCheck
      place={place}
      title={meeting.title}
      hasMicrophone={meeting.may_record}
      enter={
        <Button
          component={Link}
          to={`/live/${place.studyId}/meetings/${place.meetingId}`}
          size="lg"
        >
          {t('ready.enter')}
        </Button>
      }
    />
  );
}
