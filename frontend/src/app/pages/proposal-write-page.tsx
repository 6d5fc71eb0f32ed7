import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProposalForm } from '@/features/refinement/components/proposal-form';
import { bodyOf, newDraft } from '@/features/refinement/draft';
import { useWriteProposal } from '@/features/refinement/queries';
import { mechanismsQuery } from '@/features/theory/queries';
import { PageHeader } from '@/ui/page-header';
import { ProposalCmocs } from './proposal-cmocs';
import { ProposalEvidence } from './proposal-parts';
import { useUnsavedGuard } from './unsaved-guard';

const route = getRouteApi('/signed-in/studies/$studyId/proposals/new');

/** Writes a proposal, usually from a mechanism's excerpts. */
export function ProposalWritePage() {
  const { t } = useTranslation('refinement');
  const { studyId } = route.useParams();
  const { mechanism, excerpts } = route.useSearch();
  const { data: mechanisms } = useSuspenseQuery(mechanismsQuery(studyId));
  const versions = mechanisms.filter(({ status }) => status !== 'retired').map((m) => m.current);
  const write = useWriteProposal(studyId);
  const navigate = useNavigate();
  const guard = useUnsavedGuard(t('form.leave'));
  const [clientId] = useState(() => crypto.randomUUID());
  const [initial] = useState(() =>
    newDraft(
      versions.find(({ mechanism_id }) => mechanism_id === mechanism),
      excerpts ?? [],
    ),
  );
  return (
    <>
      <PageHeader title={t('form.titleNew')} lead={t('form.lead')} />
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
            cited={[]}
            chosen={chosen}
            onChange={onChange}
          />
        )}
        submitLabel={t('form.save')}
        error={write.error}
        isPending={write.isPending}
        onTouched={guard.touch}
        onSubmit={(draft) =>
          write.mutate(
            { ...bodyOf(draft, versions), client_id: clientId },
            {
              onSuccess: ({ id }) => {
                guard.letGo();
                void navigate({ to: `/studies/${studyId}/proposals/${id}` });
              },
            },
          )
        }
        cancel={
          <Button
            variant="subtle"
            color="gray"
            component={Link}
            to={`/studies/${studyId}/proposals`}
          >
            {t('form.cancel')}
          </Button>
        }
      />
    </>
  );
}
