import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DecideForm } from '@/features/refinement/components/decide-form';
import { DecisionBox } from '@/features/refinement/components/decision-box';
import { OutOfDateNotice } from '@/features/refinement/components/out-of-date-notice';
import { ProposalView } from '@/features/refinement/components/proposal-view';
import { StateMark } from '@/features/refinement/components/state-mark';
import { SubjectFacts } from '@/features/refinement/components/subject-facts';
import {
  type Differences,
  type Proposal,
  proposalQuery,
  useWithdrawProposal,
} from '@/features/refinement/queries';
import { DifferencesText } from '@/features/theory/components/version-differences';
import { Moment } from '@/ui/moment';
import { PageHeader } from '@/ui/page-header';
import { ProblemNotice } from '@/ui/problem-notice';
import { DocumentPlace } from './document-place';
import { useGroupMark } from './group-mark-of';
import classes from './proposals.module.css';

const route = getRouteApi('/signed-in/studies/$studyId/proposals/$proposalId');

/** A proposal whole: the change as tracked words, the evidence, and the way to decide it. */
export function ProposalPage() {
  const { t } = useTranslation('refinement');
  const { studyId, proposalId } = route.useParams();
  const { data: proposal } = useSuspenseQuery(proposalQuery(studyId, proposalId));
  const withdraw = useWithdrawProposal(studyId, proposalId);
  const groupName = useGroupMark(studyId);
  const differences = (found: Differences) => <DifferencesText differences={found} />;
  return (
    <>
      <PageHeader
        title={proposal.title}
        lead={<Facts proposal={proposal} />}
        actions={
          proposal.can_edit && (
            <>
              <Button
                variant="default"
                loading={withdraw.isPending}
                onClick={() => withdraw.mutate()}
              >
                {t('proposal.withdraw')}
              </Button>
              <Button
                variant="default"
                component={Link}
                to={`/studies/${studyId}/proposals/${proposalId}/edit`}
              >
                {t('proposal.edit')}
              </Button>
            </>
          )
        }
      />
      {withdraw.error && <ProblemNotice error={withdraw.error} />}
      <div className={classes.columns}>
        <div className={classes.main}>
          {proposal.is_out_of_date && (
            <OutOfDateNotice studyId={studyId} proposal={proposal} differences={differences} />
          )}
          <ProposalView
            proposal={proposal}
            differences={differences}
            groupName={groupName}
            place={(excerpt, words) => (
              <DocumentPlace
                studyId={studyId}
                documentId={excerpt.document.id}
                segmentId={excerpt.segment_id}
              >
                {words}
              </DocumentPlace>
            )}
          />
        </div>
        <aside className={classes.side}>
          {proposal.decision && (
            <DecisionBox
              decision={proposal.decision}
              edges={proposal.edges}
              voices={(versionId, words) => (
                <Link
                  to="/studies/$studyId/mechanisms/versions/$versionId/voices"
                  params={{ studyId, versionId }}
                >
                  {words}
                </Link>
              )}
            />
          )}
          {proposal.can_decide && <DecideForm studyId={studyId} proposal={proposal} />}
          {proposal.subjects.length > 0 && (
            <SubjectFacts
              subjects={proposal.subjects}
              link={(id, title) => (
                <Link
                  to="/studies/$studyId/mechanisms/$mechanismId"
                  params={{ studyId, mechanismId: id }}
                >
                  {title}
                </Link>
              )}
            />
          )}
        </aside>
      </div>
    </>
  );
}

function Facts({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation('refinement');
  return (
    <span className={classes.facts}>
      <StateMark state={proposal.state} />
      <span>{t(`kind.${proposal.kind}`)}</span>
      <span>{t('list.stage', { label: proposal.stage_label })}</span>
      <span>
        {t('list.by', { name: proposal.proposed_by.name })}
        <Moment at={proposal.created_at} />
      </span>
    </span>
  );
}
