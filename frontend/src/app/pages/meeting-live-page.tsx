import { Button } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isRehearsal, isTeam } from '@/app/membership';
import { RoundQuestions } from '@/features/carrying/components/round-questions';
import { ChairConsole } from '@/features/meetings/components/chair-console';
import { ParticipantView } from '@/features/meetings/components/participant-view';
import { useMeeting } from '@/features/meetings/live';
import { meetingQuery } from '@/features/meetings/queries';
import { RehearseButton } from '@/features/rehearsing/components/rehearse-button';
import { studyQuery } from '@/features/studies/queries';
import { mechanismsQuery } from '@/features/theory/queries';
import { usePageTitle } from '@/ui/page-title';
import { useGoToRehearsal } from './go-to-rehearsal';
import { MeetingCarried } from './meeting-carried';
import { useMeetingTalk } from './meeting-talk';
import { useRecorderGuard } from './recorder-guard';

const route = getRouteApi('/signed-in/live/$studyId/meetings/$meetingId');

/** The meeting itself: the chair's console for those who run it, one screen for everybody else. */
export function MeetingLivePage() {
  const { t } = useTranslation('meetings');
  const place = route.useParams();
  const { me, membership } = route.useRouteContext();
  const { data: study } = useSuspenseQuery(studyQuery(place.studyId));
  const { data: meeting } = useSuspenseQuery(meetingQuery(place));
  const { data: mechanisms } = useQuery({
    ...mechanismsQuery(place.studyId),
    enabled: meeting.may_chair,
  });
  const live = useMeeting(place);
  const { state } = live.snapshot;
  const goToRehearsal = useGoToRehearsal();
  const isRehearsed = isRehearsal(me, place.studyId);
  usePageTitle(meeting.title);
  const talk = useMeetingTalk({
    ...place,
    memberId: membership.member_id,
    headingOrder: meeting.may_chair ? 3 : 2,
  });

  useRecorderGuard(t('room.leaving'));

  const home = isTeam(membership)
    ? `/studies/${place.studyId}/meetings/${place.meetingId}`
    : `/panel/${place.studyId}`;
  const minutes = isTeam(membership)
    ? `${home}/minutes`
    : `/panel/${place.studyId}/meetings/${place.meetingId}/minutes`;
  const session = {
    meeting,
    live,
    memberId: membership.member_id,
    groups: study.groups,
    ...talk,
    leave: (
      <>
        {state.phase === 'lobby' && (
          <Button
            component={Link}
            to={`/live/${place.studyId}/meetings/${place.meetingId}/ready`}
            size="sm"
            variant="default"
          >
            {t('ready.check')}
          </Button>
        )}
        {state.phase === 'lobby' && meeting.may_chair && !isRehearsed && (
          <RehearseButton {...place} onBegun={goToRehearsal} />
        )}
        <Button component={Link} to={home} size="sm" variant="subtle" color="gray">
          {t('bar.leave')}
        </Button>
      </>
    ),
  };
  if (meeting.may_chair) {
    const choices = (mechanisms ?? [])
      .filter(({ status }) => status !== 'retired')
      .map(({ current }) => ({ versionId: current.id, title: current.title }));
    return (
      <ChairConsole
        {...session}
        mechanisms={choices}
        roundQuestions={(terms, onPut) => (
          <RoundQuestions
            place={place}
            terms={terms}
            versionId={state.agenda.find(({ id }) => id === state.shown?.item_id)?.version_id}
            onPut={onPut}
          />
        )}
        afterwards={
          <>
            <Button component={Link} to={minutes} variant="default">
              {t('minutes.read')}
            </Button>
            <MeetingCarried study={study} meetingId={place.meetingId} />
          </>
        }
      />
    );
  }
  return <ParticipantView {...session} />;
}
