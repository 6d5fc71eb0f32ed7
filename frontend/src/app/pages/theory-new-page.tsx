import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { studyQuery } from '@/features/studies/queries';
import { MechanismEditor } from '@/features/theory/components/mechanism-editor';
import { PageHeader } from '@/ui/page-header';
import { useUnsavedGuard } from './unsaved-guard';

const route = getRouteApi('/signed-in/studies/$studyId/mechanisms/new');

/** Writes a new mechanism. */
export function TheoryNewPage() {
  const { t } = useTranslation('theory');
  const { studyId } = route.useParams();
  const { data: study } = useSuspenseQuery(studyQuery(studyId));
  const navigate = useNavigate();
  const guard = useUnsavedGuard(t('editor.leave'));
  return (
    <>
      <PageHeader title={t('editor.titleNew')} />
      <MechanismEditor
        studyId={studyId}
        stages={study.stages}
        onTouched={guard.touch}
        onSaved={({ id }) => {
          guard.letGo();
          void navigate({ to: `/studies/${studyId}/mechanisms/${id}` });
        }}
        onCancel={() => void navigate({ to: `/studies/${studyId}/mechanisms` })}
      />
    </>
  );
}
