import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AnswersOnLeaving } from '@/features/studies/components/answers-on-leaving';
import { ConsentSettings } from '@/features/studies/components/consent-settings';
import { GroupSettings } from '@/features/studies/components/group-settings';
import { SmallGroups } from '@/features/studies/components/small-groups';
import { StageSettings } from '@/features/studies/components/stage-settings';
import { StudyWords } from '@/features/studies/components/study-words';
import { consentQuery, studyQuery } from '@/features/studies/queries';
import { PageHeader } from '@/ui/page-header';

const route = getRouteApi('/signed-in/studies/$studyId/settings');

/** What the study is, and how it is set up; only a lead changes it. */
export function SettingsPage() {
  const { t } = useTranslation('studies');
  const { studyId } = route.useParams();
  const { data: study } = useSuspenseQuery(studyQuery(studyId));
  const { data: consent } = useSuspenseQuery(consentQuery(studyId));
  const canEdit = study.permissions.includes('study:edit');
  return (
    <>
      <PageHeader
        title={t('settings.title')}
        lead={canEdit ? t('settings.lead') : `${t('settings.lead')} ${t('settings.readOnly')}`}
      />
      <StageSettings studyId={studyId} stages={study.stages} canEdit={canEdit} />
      <GroupSettings studyId={studyId} groups={study.groups} canEdit={canEdit} />
      <StudyWords study={study} canEdit={canEdit} />
      <ConsentSettings studyId={studyId} consent={consent} canEdit={canEdit} />
      <SmallGroups study={study} canEdit={canEdit} />
      <AnswersOnLeaving study={study} canEdit={canEdit} />
    </>
  );
}
