import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CodingWorkbench } from '@/features/coding/components/coding-workbench';
import { codebookQuery, codingCountsQuery, codingKeys } from '@/features/coding/queries';
import { studyQuery } from '@/features/studies/queries';
import { DocumentList } from '@/features/texts/components/document-list';
import { SegmentCorrection } from '@/features/texts/components/segment-correction';
import { documentQuery, documentsQuery } from '@/features/texts/queries';
import { mechanismsQuery } from '@/features/theory/queries';
import { shortDay } from '@/lib/dates';
import { EmptyState } from '@/ui/empty-state';
import { Loading } from '@/ui/loading';
import { PageHeader } from '@/ui/page-header';
import { Panes } from '@/ui/panes';
import { ProblemNotice } from '@/ui/problem-notice';
import classes from './coding.module.css';
import { CodingPlaces } from './coding-places';
import { useGroupMark } from './group-mark-of';
import { useMechanismChoices } from './mechanism-choices';

const route = getRouteApi('/signed-in/studies/$studyId/coding/');

/** Documents on the left, the text in the middle, codebook and coding on the right. */
export function CodingPage() {
  const { t } = useTranslation('coding');
  const { studyId } = route.useParams();
  const { document: documentId } = route.useSearch();
  const { data: documents } = useSuspenseQuery(documentsQuery(studyId));
  const { data: counts = [] } = useQuery(codingCountsQuery(studyId));
  const codings = new Map(counts.map((count) => [count.document_id, count.codings]));
  const list = (
    <DocumentList
      documents={documents}
      currentId={documentId}
      link={({ id }, title, isCurrent) => (
        <Link
          to="/studies/$studyId/coding"
          params={{ studyId }}
          search={{ document: id }}
          aria-current={isCurrent ? 'page' : undefined}
        >
          {title}
        </Link>
      )}
      count={({ id }) => t('page.codings', { count: codings.get(id) ?? 0 })}
    />
  );
  return (
    <>
      <PageHeader title={t('page.title')} />
      <CodingPlaces studyId={studyId} />
      {documents.length === 0 && (
        <EmptyState title={t('page.nothing')}>{t('page.nothingHow')}</EmptyState>
      )}
      {documents.length > 0 && !documentId && (
        <Panes
          id="coding"
          left={list}
          right={null}
          labels={{ left: t('places.document'), middle: t('page.text'), right: t('page.about') }}
        >
          <EmptyState title={t('page.choose')}>{t('page.chooseHow')}</EmptyState>
        </Panes>
      )}
      {documentId && <OpenDocument key={documentId} documentId={documentId} list={list} />}
    </>
  );
}

function OpenDocument({ documentId, list }: { documentId: string; list: ReactNode }) {
  const { studyId } = route.useParams();
  const from = route.useSearch();
  const { membership, me } = route.useRouteContext();
  const { data: study } = useSuspenseQuery(studyQuery(studyId));
  const { data: codes } = useSuspenseQuery(codebookQuery(studyId));
  const { data: mechanisms } = useSuspenseQuery(mechanismsQuery(studyId));
  const { data: document, error } = useQuery(documentQuery(studyId, documentId));
  const group = useGroupMark(studyId);
  const choices = useMechanismChoices(mechanisms);
  const queries = useQueryClient();
  if (error) {
    return <ProblemNotice error={error} />;
  }
  if (!document) {
    return <Loading />;
  }
  const may = (permission: (typeof study.permissions)[number]) =>
    study.permissions.includes(permission);
  return (
    <CodingWorkbench
      studyId={studyId}
      document={document}
      codes={codes}
      mechanisms={choices}
      discussed={(versionId) => mechanisms.find(({ current }) => current.id === versionId)?.id}
      coder={{ id: membership.member_id, name: me.name }}
      canCode={may('coding:write')}
      canCorrect={may('transcript:edit') && document.is_correctable}
      from={from}
      list={list}
      header={
        <>
          <h2 className={classes.title}>{document.title}</h2>
          <p className={classes.about}>{shortDay(document.occurred_at ?? document.created_at)}</p>
        </>
      }
      group={group}
      correction={(segment, onDone) => (
        <SegmentCorrection
          studyId={studyId}
          documentId={documentId}
          segment={segment}
          onDone={() => {
            // the codings have moved with their words
            void queries.invalidateQueries({ queryKey: codingKeys.all(studyId) });
            onDone();
          }}
        />
      )}
      excerpts={(code, count) => (
        <Link to="/studies/$studyId/coding/excerpts" params={{ studyId }} search={{ code }}>
          {count}
        </Link>
      )}
    />
  );
}
