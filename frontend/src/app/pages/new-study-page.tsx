import { Anchor } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AccountMenu } from '@/app/layouts/account-menu';
import { PlainLayout } from '@/app/layouts/plain-layout';
import { peopleKeys } from '@/features/people/queries';
import { StudyForm } from '@/features/studies/components/study-form';
import { PageHeader } from '@/ui/page-header';

/** Staff begin a study here and go on to its settings, where stages and groups are added. */
export function NewStudyPage() {
  const { t } = useTranslation('studies');
  const queries = useQueryClient();
  const router = useRouter();
  const navigate = useNavigate();
  const open = async (studyId: string) => {
    // the new study is among one's own only once that has been read again
    await queries.invalidateQueries({ queryKey: peopleKeys.me() });
    await router.invalidate();
    await navigate({ to: '/studies/$studyId/settings', params: { studyId } });
  };
  return (
    <PlainLayout account={<AccountMenu />}>
      <PageHeader title={t('new.title')} lead={t('new.lead')} />
      <StudyForm onCreated={(studyId) => void open(studyId)} />
      <Anchor component={Link} to="/home" mt="lg" display="inline-block">
        {t('new.back')}
      </Anchor>
    </PlainLayout>
  );
}
