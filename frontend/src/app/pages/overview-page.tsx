import { Title } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EquityChart } from '@/features/reports/components/equity-chart';
import { LoopFacts } from '@/features/reports/components/loop-facts';
import { NextSteps } from '@/features/reports/components/next-steps';
import { RecruitmentTable } from '@/features/reports/components/recruitment-table';
import { type NextStep, overviewQuery } from '@/features/reports/queries';
import { studyQuery } from '@/features/studies/queries';
import { PageHeader } from '@/ui/page-header';
import classes from './overview.module.css';

const route = getRouteApi('/signed-in/studies/$studyId/');

/** Where each thing that waits is done; with an id, the one thing itself. */
const PLACES: Record<NextStep['kind'], (id: string | null) => string> = {
  add_stage: () => '/settings',
  add_groups: () => '/settings',
  invite_people: () => '/people',
  write_mechanisms: () => '/mechanisms',
  build_round: () => '/rounds',
  open_round: (id) => (id ? `/rounds/${id}` : '/rounds'),
  round_closing: (id) => (id ? `/rounds/${id}` : '/rounds'),
  moderate_statements: (id) => (id ? `/rounds/${id}/moderation` : '/rounds'),
  moderate_comments: (id) => (id ? `/rounds/${id}/comments` : '/rounds'),
  remind_people: () => '/people',
  start_meeting: (id) => (id ? `/meetings/${id}` : '/meetings'),
  code_documents: () => '/coding',
  write_proposal: () => '/proposals/new',
  bring_up_to_date: () => '/proposals',
  decide_proposals: () => '/proposals',
  answer_people: () => '/proposals/unanswered',
};

/** The first page of the team: what waits, how the study stands, and who is heard. */
export function OverviewPage() {
  const { t } = useTranslation('reports');
  const { studyId } = route.useParams();
  const { data: study } = useSuspenseQuery(studyQuery(studyId));
  const { data: overview } = useSuspenseQuery(overviewQuery(studyId));
  const base = `/studies/${studyId}`;
  const stage = overview.stage
    ? [t('stage', { label: overview.stage.label }), overview.stage.title].filter(Boolean).join(': ')
    : t('noStage');
  return (
    <>
      <PageHeader
        title={study.title}
        lead={study.question ? `${stage}. ${study.question}` : stage}
      />
      {(study.citation || study.is_illustrative) && (
        <p className={classes.source}>
          {study.is_illustrative && t('illustrative')}{' '}
          {study.citation && t('citation', { source: study.citation })}
        </p>
      )}
      <div className={classes.columns}>
        <div className={classes.main}>
          <section className={classes.card}>
            <Title order={2} size="h3" mb="xs">
              {t('waiting.title')}
            </Title>
            <NextSteps
              steps={overview.waiting}
              link={(step, words) => <Link to={base + PLACES[step.kind](step.id)}>{words}</Link>}
            />
          </section>
          <LoopFacts
            overview={overview}
            link={(place, words, id) => (
              <Link to={[base, place, id].filter(Boolean).join('/')}>{words}</Link>
            )}
          />
        </div>
        <aside className={classes.side}>
          <section className={classes.card}>
            <Title order={2} size="h3" mb="xs">
              {t('equity.title')}
            </Title>
            <EquityChart equity={overview.equity} groups={study.groups} />
          </section>
          <section className={classes.card}>
            <Title order={2} size="h3" mb="xs">
              {t('recruitment.title')}
            </Title>
            <RecruitmentTable recruitment={overview.recruitment} groups={study.groups} />
          </section>
        </aside>
      </div>
    </>
  );
}
