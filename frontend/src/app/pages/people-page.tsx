import { Button, Modal, Stack, Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ImportMembers } from '@/features/exchange/components/import-members';
import { InviteForm } from '@/features/people/components/invite-form';
import { MembersSection } from '@/features/people/components/members-section';
import { RecruitmentChart } from '@/features/people/components/recruitment-chart';
import { membersQuery, recruitmentQuery, useReadPeopleAnew } from '@/features/people/queries';
import { studyQuery } from '@/features/studies/queries';
import { PageHeader } from '@/ui/page-header';

const route = getRouteApi('/signed-in/studies/$studyId/people');

/** Who was invited, who takes part, and who said no; from here people are invited. */
export function PeoplePage() {
  const { t } = useTranslation('people');
  const { studyId } = route.useParams();
  const filter = route.useSearch();
  const navigate = route.useNavigate();
  const { data: study } = useSuspenseQuery(studyQuery(studyId));
  const { data: members } = useSuspenseQuery(membersQuery(studyId));
  const { data: recruitment } = useSuspenseQuery(recruitmentQuery(studyId));
  const [dialog, setDialog] = useState<'invite' | 'import'>();
  const [said, setSaid] = useState('');
  const canInvite = study.permissions.includes('members:invite');
  // whoever may edit the study leads it, and only a lead makes team members
  const canGiveTeamRoles = study.permissions.includes('study:edit');
  const readAnew = useReadPeopleAnew(studyId);
  const close = () => setDialog(undefined);
  const closeImport = () => {
    close();
    void readAnew();
  };
  return (
    <Stack gap="lg">
      <div>
        <PageHeader
          title={t('page.title')}
          lead={t('page.lead')}
          actions={
            canInvite && (
              <>
                <Button variant="default" onClick={() => setDialog('import')}>
                  {t('page.import')}
                </Button>
                <Button onClick={() => setDialog('invite')}>{t('page.invite')}</Button>
              </>
            )
          }
        />
        <Text role="status" fw={650} c="var(--good-ink)">
          {said}
        </Text>
      </div>
      <RecruitmentChart rows={recruitment} groups={study.groups} />
      <MembersSection
        studyId={studyId}
        members={members}
        groups={study.groups}
        filter={filter}
        onFilter={(search) => navigate({ search, replace: true })}
        canInvite={canInvite}
        canGiveTeamRoles={canGiveTeamRoles}
      />
      <Modal
        opened={dialog === 'invite'}
        onClose={close}
        title={t('invite.title')}
        closeButtonProps={{ 'aria-label': t('invite.close') }}
      >
        <Text mb="md">{t('invite.words')}</Text>
        <InviteForm
          studyId={studyId}
          groups={study.groups}
          canGiveTeamRoles={canGiveTeamRoles}
          onCancel={close}
          onInvited={({ display_name }) => {
            close();
            setSaid(t('members.invitedNow', { name: display_name }));
          }}
        />
      </Modal>
      <Modal
        opened={dialog === 'import'}
        onClose={closeImport}
        size="xl"
        title={t('import.title')}
        closeButtonProps={{ 'aria-label': t('invite.close') }}
      >
        <ImportMembers studyId={studyId} onDone={closeImport} />
      </Modal>
    </Stack>
  );
}
