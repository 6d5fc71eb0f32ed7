import { Title } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ExcerptList } from '@/features/coding/components/excerpt-list';
import { excerptsQuery } from '@/features/coding/queries';
import { StateMark } from '@/features/refinement/components/state-mark';
import { proposalsQuery } from '@/features/refinement/queries';
import { studyQuery } from '@/features/studies/queries';
import { EmptyState } from '@/ui/empty-state';
import { Loading } from '@/ui/loading';
import { ProblemNotice } from '@/ui/problem-notice';
import { useGroupMark } from './group-mark-of';
import classes from './theory.module.css';

const SHOWN = 5;

interface EvidenceProps {
  studyId: string;
  mechanismId: string;
}

/** The newest coded words about a mechanism, and the way to all of them. */
export function MechanismEvidence({ studyId, mechanismId }: EvidenceProps) {
  const { t } = useTranslation('theory');
  const found = useQuery(excerptsQuery(studyId, { mechanism_id: mechanismId, limit: SHOWN }));
  const group = useGroupMark(studyId);
  return (
    <section>
      <Title order={2} size="h3" mb="xs">
        {t('mechanism.evidence')}
      </Title>
      {found.isPending && <Loading />}
      {found.error && <ProblemNotice error={found.error} onRetry={() => found.refetch()} />}
      {found.data?.total === 0 && (
        <EmptyState title={t('mechanism.noEvidence')}>{t('mechanism.noEvidenceHow')}</EmptyState>
      )}
      {found.data && found.data.total > 0 && (
        <>
          <ExcerptList
            excerpts={found.data.excerpts}
            group={group}
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
          <p>
            <Link
              to="/studies/$studyId/coding/excerpts"
              params={{ studyId }}
              search={{ mechanism: mechanismId }}
            >
              {t('mechanism.allEvidence', { count: found.data.total })}
            </Link>
          </p>
        </>
      )}
    </section>
  );
}

interface ProposalsProps extends EvidenceProps {
  /** The version that is read: its voices are a page of their own. */
  versionId: string;
}

/** The proposals that would change a mechanism, or did. */
export function MechanismProposals({ studyId, mechanismId, versionId }: ProposalsProps) {
  const { t } = useTranslation('theory');
  const { data: study } = useSuspenseQuery(studyQuery(studyId));
  const found = useQuery(proposalsQuery(studyId));
  const about = (found.data ?? []).filter(({ subjects }) =>
    subjects.some(({ mechanism_id }) => mechanism_id === mechanismId),
  );
  return (
    <section>
      <Title order={2} size="h4">
        {t('mechanism.proposals')}
      </Title>
      {found.error && <ProblemNotice error={found.error} onRetry={() => found.refetch()} />}
      {found.data && about.length === 0 && <p>{t('mechanism.noProposals')}</p>}
      <ul className={classes.proposals}>
        {about.map(({ id, title, state }) => (
          <li key={id}>
            <Link to="/studies/$studyId/proposals/$proposalId" params={{ studyId, proposalId: id }}>
              {title}
            </Link>{' '}
            <StateMark state={state} />
          </li>
        ))}
      </ul>
      <p className={classes.ways}>
        {study.permissions.includes('proposal:write') && (
          <Link
            to="/studies/$studyId/proposals/new"
            params={{ studyId }}
            search={{ mechanism: mechanismId }}
          >
            {t('mechanism.propose')}
          </Link>
        )}
        {study.permissions.includes('trace:read') && (
          <Link
            to="/studies/$studyId/mechanisms/versions/$versionId/voices"
            params={{ studyId, versionId }}
          >
            {t('mechanism.voices')}
          </Link>
        )}
      </p>
    </section>
  );
}
