import { Title } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { LineageDrawing } from '@/features/theory/components/lineage-drawing';
import { LineageTable } from '@/features/theory/components/lineage-table';
import { type Lineage, lineageQuery } from '@/features/theory/queries';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';
import { SaveDrawing } from '@/ui/save-drawing';
import classes from './theory.module.css';

const route = getRouteApi('/signed-in/studies/$studyId/mechanisms/lineage');

/** How the mechanisms came from one another: drawn, and as a table. */
export function TheoryLineagePage() {
  const { t } = useTranslation('theory');
  const { studyId } = route.useParams();
  const { data: lineage } = useSuspenseQuery(lineageQuery(studyId));
  const finding = useFinding(lineage);
  const drawing = useRef<SVGSVGElement>(null);
  return (
    <>
      <PageHeader title={t('lineage.title')} lead={t('lineage.lead')} />
      {lineage.nodes.length === 0 ? (
        <EmptyState title={t('lineage.none')}>{t('lineage.noneHow')}</EmptyState>
      ) : (
        <div className={classes.lineage}>
          <Title order={2} size="h3">
            {finding}
          </Title>
          <LineageDrawing
            ref={drawing}
            lineage={lineage}
            title={finding}
            link={(mechanismId, box) => (
              <Link
                to="/studies/$studyId/mechanisms/$mechanismId"
                params={{ studyId, mechanismId }}
              >
                {box}
              </Link>
            )}
          />
          <SaveDrawing name={t('lineage.title')} of={drawing} />
          <p className={classes.legend}>{t('lineage.legend')}</p>
          <LineageTable
            lineage={lineage}
            link={(mechanismId, title) => (
              <Link
                to="/studies/$studyId/mechanisms/$mechanismId"
                params={{ studyId, mechanismId }}
              >
                {title}
              </Link>
            )}
          />
        </div>
      )}
    </>
  );
}

/** What the drawing shows, in a sentence: how many there were first and how many there are last. */
function useFinding({ stages, nodes }: Lineage): string {
  const { t } = useTranslation('theory');
  const counts = stages.flatMap(({ id, label }) => {
    const here = new Set(
      nodes.filter(({ stage_id }) => stage_id === id).map(({ mechanism_id }) => mechanism_id),
    );
    return here.size > 0 ? [{ label, count: here.size }] : [];
  });
  const first = counts[0];
  const last = counts.at(-1);
  if (!first || !last || first === last) {
    return t('lineage.findingOne', { stage: first?.label });
  }
  return t('lineage.finding', {
    first: first.count,
    firstStage: first.label,
    last: last.count,
    lastStage: last.label,
  });
}
