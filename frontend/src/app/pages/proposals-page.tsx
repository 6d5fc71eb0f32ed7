import { Button, SegmentedControl } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ProposalList } from '@/features/refinement/components/proposal-list';
import { proposalsQuery, unansweredQuery } from '@/features/refinement/queries';
import { studyQuery } from '@/features/studies/queries';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';
import classes from './proposals.module.css';

const route = getRouteApi('/signed-in/studies/$studyId/proposals/');
const STATES = ['open', 'accepted', 'rejected', 'withdrawn'] as const;

/** Changes to the theory: those to be decided, and those that were. */
export function ProposalsPage() {
  const { t } = useTranslation('refinement');
  const { studyId } = route.useParams();
  const { state } = route.useSearch();
  const navigate = useNavigate();
  const { data: study } = useSuspenseQuery(studyQuery(studyId));
  const { data: proposals } = useSuspenseQuery(proposalsQuery(studyId));
  const { data: unanswered } = useQuery(unansweredQuery(studyId));
  const shown = proposals.filter((proposal) => !state || proposal.state === state);
  const write = study.permissions.includes('proposal:write') && (
    <Button component={Link} to={`/studies/${studyId}/proposals/new`}>
      {t('list.write')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('list.title')} lead={t('list.lead')} actions={write} />
      {unanswered && unanswered.total > 0 && (
        <p>
          <Link to="/studies/$studyId/proposals/unanswered" params={{ studyId }}>
            {t('list.unanswered', { count: unanswered.total })}
          </Link>
        </p>
      )}
      {proposals.length === 0 ? (
        <EmptyState title={t('list.none')} action={write}>
          {t('list.noneHow')}
        </EmptyState>
      ) : (
        <>
          <SegmentedControl
            className={classes.filter}
            aria-label={t('list.filter')}
            value={state ?? ''}
            onChange={(value) =>
              navigate({
                to: '/studies/$studyId/proposals',
                params: { studyId },
                search: value ? { state: value as (typeof STATES)[number] } : {},
              })
            }
            data={[
              { value: '', label: t('list.all') },
              ...STATES.map((value) => ({ value, label: t(`state.${value}`) })),
            ]}
          />
          {shown.length === 0 ? (
            <EmptyState title={t('list.noneHere')} />
          ) : (
            <ProposalList
              proposals={shown}
              link={(id, title) => (
                <Link
                  to="/studies/$studyId/proposals/$proposalId"
                  params={{ studyId, proposalId: id }}
                >
                  {title}
                </Link>
              )}
            />
          )}
        </>
      )}
    </>
  );
}
