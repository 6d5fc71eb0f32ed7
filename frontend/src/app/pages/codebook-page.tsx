import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CodebookEditor } from '@/features/coding/components/codebook-editor';
import { codebookQuery } from '@/features/coding/queries';
import { studyQuery } from '@/features/studies/queries';
import { PageHeader } from '@/ui/page-header';
import { CodingPlaces } from './coding-places';

const route = getRouteApi('/signed-in/studies/$studyId/coding/codebook');

/** The codes of the study as a tree. */
export function CodebookPage() {
  const { t } = useTranslation('coding');
  const { studyId } = route.useParams();
  const { data: study } = useSuspenseQuery(studyQuery(studyId));
  const { data: codes } = useSuspenseQuery(codebookQuery(studyId));
  return (
    <>
      <PageHeader title={t('codebook.title')} lead={t('codebook.lead')} />
      <CodingPlaces studyId={studyId} />
      <CodebookEditor
        studyId={studyId}
        codes={codes}
        canEdit={study.permissions.includes('codebook:edit')}
        excerpts={(code, words) => (
          <Link to="/studies/$studyId/coding/excerpts" params={{ studyId }} search={{ code }}>
            {words}
          </Link>
        )}
      />
    </>
  );
}
