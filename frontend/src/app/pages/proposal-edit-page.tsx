import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProposalForm } from '@/features/refinement/components/proposal-form';
import { bodyOf, draftOf } from '@/features/refinement/draft';
import { proposalQuery, useEditProposal } from '@/features/refinement/queries';
import { mechanismsQuery } from '@/features/theory/queries';
import { PageHeader } from '@/ui/page-header';
import { ProposalCmocs } from './proposal-cmocs';
import { ProposalEvidence } from './proposal-parts';
import { useUnsavedGuard } from './unsaved-guard';

const route = getRouteApi('/signed-in/studies/$studyId/proposals/$proposalId/edit');

/** Edits an open proposal. */
export function ProposalEditPage() {
  const { t } = useTranslation('refinement');
  const { studyId, proposalId } = route.useParams();
  const found = useSuspenseQuery(proposalQuery(studyId, proposalId));
  // what the form began with: a refetch must not change what the save is based on
  const [proposal] = useState(found.data);
  const [initial] = useState(() => draftOf(proposal));
  const { data: mechanisms } = useSuspenseQuery(mechanismsQuery(studyId));
  const versions = mechanisms.filter(({ status }) => status !== 'retired').map((m) => m.current);
  const edit = useEditProposal(studyId, proposalId);
  const navigate = useNavigate();
  const guard = useUnsavedGuard(t('form.leave'));
  const back = `/studies/${studyId}/proposals/${proposalId}`;
  return (
    <>
      <PageHeader title={t('form.titleEdit')} lead={t('form.lead')} />
      <ProposalForm
        initial={initial}
        versions={versions}
        cmocEditor={(cmocs, onChange) => (
          <ProposalCmocs studyId={studyId} cmocs={cmocs} onChange={onChange} />
        )}
        evidence={(chosen, onChange, subjects) => (
          <ProposalEvidence
            studyId={studyId}
            subjects={subjects}
            cited={proposal.evidence.map(({ excerpt }) => excerpt)}
            chosen={chosen}
            onChange={onChange}
          />
        )}
        submitLabel={t('form.saveEdit')}
        error={edit.error}
        isPending={edit.isPending}
        onTouched={guard.touch}
        onSubmit={(draft) =>
          edit.mutate(
            { ...bodyOf(draft, versions), revision: proposal.revision },
            {
              onSuccess: () => {
                guard.letGo();
                void navigate({ to: back });
              },
            },
          )
        }
        cancel={
          <Button variant="subtle" color="gray" component={Link} to={back}>
            {t('form.cancel')}
          </Button>
        }
      />
    </>
  );
}
