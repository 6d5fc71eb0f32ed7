import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ImportMechanisms } from '@/features/exchange/components/import-mechanisms';
import { PageHeader } from '@/ui/page-header';

const route = getRouteApi('/signed-in/studies/$studyId/mechanisms/import');

/** Takes mechanisms in from a spreadsheet. */
export function ImportMechanismsPage() {
  const { t } = useTranslation('exchange');
  const { studyId } = route.useParams();
  const navigate = useNavigate();
  return (
    <>
      <PageHeader title={t('mechanisms.page')} />
      <ImportMechanisms
        studyId={studyId}
        onDone={() => void navigate({ to: '/studies/$studyId/mechanisms', params: { studyId } })}
      />
    </>
  );
}
