import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { studyQuery } from '@/features/studies/queries';
import { MechanismEditor } from '@/features/theory/components/mechanism-editor';
import { mechanismQuery } from '@/features/theory/queries';
import { PageHeader } from '@/ui/page-header';
import { useUnsavedGuard } from './unsaved-guard';

const route = getRouteApi('/signed-in/studies/$studyId/mechanisms/$mechanismId/edit');

/** Edits the newest version of a mechanism. */
export function TheoryEditPage() {
  const { t } = useTranslation('theory');
  const { studyId, mechanismId } = route.useParams();
  const { data: study } = useSuspenseQuery(studyQuery(studyId));
  const { data: mechanism } = useSuspenseQuery(mechanismQuery(studyId, mechanismId));
  // what the editor began with: a refetch must not change what the next save is based on
  const [version] = useState(mechanism.versions[0]);
  const navigate = useNavigate();
  const guard = useUnsavedGuard(t('editor.leave'));
  const toMechanism = () => void navigate({ to: `/studies/${studyId}/mechanisms/${mechanismId}` });
  return (
    <>
      <PageHeader title={t('editor.titleEdit', { title: version?.title })} />
      <MechanismEditor
        studyId={studyId}
        stages={study.stages}
        {...(version ? { version } : {})}
        onTouched={guard.touch}
        onSaved={() => {
          guard.letGo();
          toMechanism();
        }}
        onCancel={toMechanism}
      />
    </>
  );
}
