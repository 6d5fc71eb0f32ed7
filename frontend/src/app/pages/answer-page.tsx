import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { MyAnswerView } from '@/features/refinement/components/my-answer';
import { myAnswerQuery } from '@/features/refinement/queries';
import { PageHeader } from '@/ui/page-header';

const route = getRouteApi('/signed-in/panel/$studyId/answers');

/** What I said and what became of it. */
export function AnswerPage() {
  const { t } = useTranslation('refinement');
  const { studyId } = route.useParams();
  const { data: answer } = useSuspenseQuery(myAnswerQuery(studyId));
  return (
    <>
      <PageHeader title={t('answer.title')} lead={t('answer.lead')} />
      <MyAnswerView answer={answer} />
    </>
  );
}
