import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { studyQuery } from '@/features/studies/queries';
import { MechanismList } from '@/features/theory/components/mechanism-list';
import { mechanismsQuery } from '@/features/theory/queries';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';

const route = getRouteApi('/signed-in/studies/$studyId/mechanisms/');

/** Every mechanism of the study by stage. */
export function TheoryListPage() {
  const { t } = useTranslation('theory');
  const { studyId } = route.useParams();
  const { data: study } = useSuspenseQuery(studyQuery(studyId));
  const { data: mechanisms } = useSuspenseQuery(mechanismsQuery(studyId));
  const canEdit = study.permissions.includes('theory:edit');
  const write = (
    <Button component={Link} to={`/studies/${studyId}/mechanisms/new`}>
      {t('list.new')}
    </Button>
  );
  const bring = (
    <Button variant="default" component={Link} to={`/studies/${studyId}/mechanisms/import`}>
      {t('list.import')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t('list.title')}
        lead={t('list.lead')}
        actions={
          mechanisms.length > 0 && (
            <>
              <Button
                variant="default"
                component={Link}
                to={`/studies/${studyId}/mechanisms/lineage`}
              >
                {t('list.lineage')}
              </Button>
              {canEdit && bring}
              {canEdit && write}
            </>
          )
        }
      />
      {mechanisms.length === 0 ? (
        <EmptyState
          title={t('list.none')}
          action={
            canEdit && (
              <Button.Group>
                {write}
                {bring}
              </Button.Group>
            )
          }
        >
          {t('list.noneHow')}
        </EmptyState>
      ) : (
        <MechanismList
          mechanisms={mechanisms}
          stages={study.stages}
          link={(mechanismId, title) => (
            <Link to="/studies/$studyId/mechanisms/$mechanismId" params={{ studyId, mechanismId }}>
              {title}
            </Link>
          )}
        />
      )}
    </>
  );
}
