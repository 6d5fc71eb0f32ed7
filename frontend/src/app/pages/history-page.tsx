import { Button } from '@mantine/core';
import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { membersQuery } from '@/features/people/queries';
import { HistoryFilters } from '@/features/reports/components/history-filters';
import { HistoryTable } from '@/features/reports/components/history-table';
import { type HistorySearch, historyTableUrl } from '@/features/reports/history-search';
import { historyQuery } from '@/features/reports/queries';
import { EmptyState } from '@/ui/empty-state';
import { Loading } from '@/ui/loading';
import { PageHeader } from '@/ui/page-header';
import { ProblemNotice } from '@/ui/problem-notice';

const route = getRouteApi('/signed-in/studies/$studyId/history');

/** The study's log for its lead; what it is narrowed to stands in the page's address. */
export function HistoryPage() {
  const { t } = useTranslation('reports');
  const { studyId } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data: members } = useSuspenseQuery(membersQuery(studyId));
  return (
    <>
      <PageHeader
        title={t('history.title')}
        lead={t('history.lead')}
        actions={
          <Button component="a" variant="default" href={historyTableUrl(studyId, search)} download>
            {t('history.download')}
          </Button>
        }
      />
      <HistoryFilters
        search={search}
        people={members.map(({ id, display_name }) => ({ id, name: display_name }))}
        onChange={(next) => navigate({ search: next, replace: true })}
      />
      <Lines studyId={studyId} search={search} />
    </>
  );
}

function Lines({ studyId, search }: { studyId: string; search: HistorySearch }) {
  const { t } = useTranslation('reports');
  const history = useInfiniteQuery(historyQuery(studyId, search));
  if (history.error) {
    return <ProblemNotice error={history.error} />;
  }
  if (!history.data) {
    return <Loading />;
  }
  const entries = history.data.pages.flatMap((page) => page.entries);
  if (entries.length === 0) {
    return <EmptyState title={t('history.none')}>{t('history.noneHow')}</EmptyState>;
  }
  return (
    <>
      <HistoryTable entries={entries} />
      {history.hasNextPage && (
        <Button
          mt="md"
          variant="default"
          loading={history.isFetchingNextPage}
          onClick={() => void history.fetchNextPage()}
        >
          {t('history.more')}
        </Button>
      )}
    </>
  );
}
