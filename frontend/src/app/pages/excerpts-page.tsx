import { Button } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ExcerptFilters } from '@/features/coding/components/excerpt-filters';
import { ExcerptList } from '@/features/coding/components/excerpt-list';
import { HeardByGroup } from '@/features/coding/components/heard-by-group';
import type { ExcerptSearch } from '@/features/coding/excerpt-search';
import { codebookQuery, type ExcerptFilter, excerptsQuery } from '@/features/coding/queries';
import { studyQuery } from '@/features/studies/queries';
import { documentsQuery } from '@/features/texts/queries';
import { mechanismsQuery } from '@/features/theory/queries';
import { EmptyState } from '@/ui/empty-state';
import { Loading } from '@/ui/loading';
import { PageHeader } from '@/ui/page-header';
import { ProblemNotice } from '@/ui/problem-notice';
import classes from './coding.module.css';
import { CodingPlaces } from './coding-places';
import { useGroupMark } from './group-mark-of';

const route = getRouteApi('/signed-in/studies/$studyId/coding/excerpts');
const PAGE = 100;
const MOST = 500;

/** Coded passages by any combination of filters, which stand in the page's address. */
export function ExcerptsPage() {
  const { t } = useTranslation('coding');
  const { studyId } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data: study } = useSuspenseQuery(studyQuery(studyId));
  const { data: codes } = useSuspenseQuery(codebookQuery(studyId));
  const { data: mechanisms } = useSuspenseQuery(mechanismsQuery(studyId));
  const { data: documents } = useSuspenseQuery(documentsQuery(studyId));
  return (
    <>
      <PageHeader title={t('excerpts.title')} lead={t('excerpts.lead')} />
      <CodingPlaces studyId={studyId} />
      <ExcerptFilters
        search={search}
        onChange={(next) => navigate({ search: next, replace: true })}
        codes={codes}
        mechanisms={mechanisms.map(({ id, current }) => ({ id, name: current.title }))}
        groups={study.groups}
        documents={documents.map(({ id, title }) => ({ id, name: title }))}
      />
      <FoundExcerpts key={JSON.stringify(search)} search={search} />
    </>
  );
}

function FoundExcerpts({ search }: { search: ExcerptSearch }) {
  const { t } = useTranslation('coding');
  const { studyId } = route.useParams();
  const [limit, setLimit] = useState(PAGE);
  const { data: study } = useSuspenseQuery(studyQuery(studyId));
  const { data: mechanisms } = useSuspenseQuery(mechanismsQuery(studyId));
  const { data: page, error } = useQuery(excerptsQuery(studyId, { ...filterOf(search), limit }));
  const group = useGroupMark(studyId);
  const titles = new Map(mechanisms.map(({ id, current }) => [id, current.title]));
  if (error) {
    return <ProblemNotice error={error} />;
  }
  if (!page) {
    return <Loading />;
  }
  if (page.total === 0) {
    return <EmptyState title={t('excerpts.none')}>{t('excerpts.noneHow')}</EmptyState>;
  }
  return (
    <>
      <HeardByGroup counts={page.by_group} groups={study.groups} total={page.total} />
      <ExcerptList
        excerpts={page.excerpts}
        group={group}
        mechanism={({ mechanism_id }) => mechanism_id && <span>{titles.get(mechanism_id)}</span>}
        link={(excerpt, words) => (
          <Link
            to="/studies/$studyId/coding"
            params={{ studyId }}
            search={{
              document: excerpt.document.id,
              segment: excerpt.segment_id,
              coding: excerpt.coding_id,
            }}
          >
            {words}
          </Link>
        )}
      />
      {page.excerpts.length < page.total && limit < MOST && (
        <div className={classes.foot}>
          <Button variant="default" onClick={() => setLimit(Math.min(MOST, limit + PAGE))}>
            {t('excerpts.more')}
          </Button>
        </div>
      )}
    </>
  );
}

function filterOf(search: ExcerptSearch): ExcerptFilter {
  const { code, mechanism, group, document, stance, element, lost } = search;
  return {
    ...(code && { code_id: code }),
    ...(mechanism && { mechanism_id: mechanism }),
    ...(group && (group === 'none' ? { without_group: true } : { group_id: group })),
    ...(document && { document_id: document }),
    ...(stance && { stance }),
    ...(element && { element }),
    ...(lost && { is_orphan: true }),
  };
}
