import { Anchor, Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { MeetingList } from '@/features/meetings/components/meeting-list';
import { meetingsQuery } from '@/features/meetings/queries';
import { studyQuery } from '@/features/studies/queries';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';

const route = getRouteApi('/signed-in/studies/$studyId/meetings/');

/** The study's meetings, and the way to plan one. */
export function MeetingsPage() {
  const { t } = useTranslation('meetings');
  const { studyId } = route.useParams();
  const { data: study } = useSuspenseQuery(studyQuery(studyId));
  const { data: meetings } = useSuspenseQuery(meetingsQuery(studyId));
  const plan = study.permissions.includes('meeting:build') && (
    <Button component={Link} to={`/studies/${studyId}/meetings/new`}>
      {t('list.plan')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('list.title')} lead={t('list.lead')} actions={plan} />
      {meetings.length === 0 ? (
        <EmptyState title={t('list.none')} action={plan}>
          {t('list.noneHow')}
        </EmptyState>
      ) : (
        <MeetingList
          meetings={meetings}
          groups={study.groups}
          link={({ id, title }) => (
            <Anchor component={Link} to={`/studies/${studyId}/meetings/${id}`}>
              {title}
            </Anchor>
          )}
          enter={({ id, title }) => (
            <Button
              component={Link}
              to={`/live/${studyId}/meetings/${id}`}
              size="compact-sm"
              variant="light"
              aria-label={`${t('list.enter')}: ${title}`}
            >
              {t('list.enter')}
            </Button>
          )}
        />
      )}
    </>
  );
}
