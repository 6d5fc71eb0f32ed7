import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PlanForm } from '@/features/meetings/components/plan-form';
import {
  chairsQuery,
  meetingQuery,
  useChangePlan,
  usePlanMeeting,
} from '@/features/meetings/queries';
import { studyQuery } from '@/features/studies/queries';
import { mechanismsQuery } from '@/features/theory/queries';
import { PageHeader } from '@/ui/page-header';

const newRoute = getRouteApi('/signed-in/studies/$studyId/meetings/new');
const planRoute = getRouteApi('/signed-in/studies/$studyId/meetings/$meetingId/plan');

/** A new meeting is planned. */
export function MeetingNewPage() {
  const { t } = useTranslation('meetings');
  const { studyId } = newRoute.useParams();
  const { mutate, isPending, error } = usePlanMeeting(studyId);
  const choices = usePlanChoices(studyId);
  const open = useOpenMeeting(studyId);
  return (
    <>
      <PageHeader title={t('plan.new')} lead={t('plan.lead')} />
      <PlanForm
        {...choices}
        isSaving={isPending}
        error={error}
        onSave={(plan) => mutate(plan, { onSuccess: ({ id }) => open(id) })}
      />
    </>
  );
}

/** The plan of a meeting that has not begun is changed. */
export function MeetingPlanPage() {
  const { t } = useTranslation('meetings');
  const place = planRoute.useParams();
  const { data: meeting } = useSuspenseQuery(meetingQuery(place));
  const { mutate, isPending, error } = useChangePlan(place);
  const choices = usePlanChoices(place.studyId);
  const open = useOpenMeeting(place.studyId);
  return (
    <>
      <PageHeader title={t('plan.change')} />
      <PlanForm
        {...choices}
        meeting={meeting}
        isSaving={isPending}
        error={error}
        onSave={(plan) => mutate(plan, { onSuccess: ({ id }) => open(id) })}
      />
    </>
  );
}

function usePlanChoices(studyId: string) {
  const { data: study } = useSuspenseQuery(studyQuery(studyId));
  const { data: mechanisms } = useSuspenseQuery(mechanismsQuery(studyId));
  const { data: chairs } = useSuspenseQuery(chairsQuery(studyId));
  return {
    chairs,
    groups: study.groups,
    mechanisms: mechanisms
      .filter(({ status }) => status !== 'retired')
      .map(({ current }) => ({ versionId: current.id, title: current.title })),
  };
}

function useOpenMeeting(studyId: string) {
  const navigate = useNavigate();
  return (meetingId: string) => navigate({ to: `/studies/${studyId}/meetings/${meetingId}` });
}
