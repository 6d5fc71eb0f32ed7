import { Button, Modal, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/ui/empty-state';
import { ProblemNotice } from '@/ui/problem-notice';
import { type Group, type Member, useBringBack, useSendAgain } from '../queries';
import { ChangeMemberForm } from './change-member-form';
import { MemberActions } from './member-actions';
import { type MemberFilter, MemberFilters, narrowed } from './member-filters';
import { MembersTable } from './members-table';
import classes from './people.module.css';
import { TakeOutForm } from './take-out-form';

interface MembersSectionProps {
  studyId: string;
  members: readonly Member[];
  groups: readonly Group[];
  filter: MemberFilter;
  onFilter: (filter: MemberFilter) => void;
  canInvite: boolean;
  canGiveTeamRoles: boolean;
}

/** The table of members, narrowed as asked, with what may be done with each. */
export function MembersSection(props: MembersSectionProps) {
  const { t } = useTranslation('people');
  const { studyId, groups, filter, onFilter, canGiveTeamRoles } = props;
  const sendAgain = useSendAgain(studyId);
  const [changing, setChanging] = useState<Member>();
  const bringBack = useBringBack(studyId);
  const [takingOut, setTakingOut] = useState<Member>();
  const [said, setSaid] = useState('');
  const problem = sendAgain.error ?? bringBack.error;
  const shown = narrowed(props.members, filter);
  const actions = (member: Member) => (
    <MemberActions
      member={member}
      canChange={canGiveTeamRoles || isConsulted(member)}
      onChange={() => setChanging(member)}
      onTakeOut={() => setTakingOut(member)}
      onBringBack={() =>
        bringBack.mutate(member.id, {
          onSuccess: () => setSaid(t('members.broughtBack', { name: member.display_name })),
          onError: () => setSaid(''),
        })
      }
      onSendAgain={() =>
        sendAgain.mutate(member.id, {
          onSuccess: () => setSaid(t('members.sent', { name: member.display_name })),
          onError: () => setSaid(''),
        })
      }
    />
  );
  return (
    <Stack gap="sm" component="section">
      <Title order={2}>{t('members.title')}</Title>
      <div>
        <MemberFilters filter={filter} groups={groups} onChange={onFilter} />
        <Text role="status" fw={650} c="var(--good-ink)" className={classes.said}>
          {said}
        </Text>
      </div>
      {problem && <ProblemNotice error={problem} />}
      {shown.length > 0 ? (
        <MembersTable
          members={shown}
          groups={groups}
          actions={props.canInvite ? actions : undefined}
        />
      ) : (
        <EmptyState
          title={t('members.noneTitle')}
          action={
            <Button variant="default" onClick={() => onFilter({})}>
              {t('members.showAll')}
            </Button>
          }
        >
          {t('members.noneWords')}
        </EmptyState>
      )}
      <Modal
        opened={changing !== undefined}
        onClose={() => setChanging(undefined)}
        title={t('change.title', { name: changing?.display_name })}
        closeButtonProps={{ 'aria-label': t('invite.close') }}
      >
        {changing && (
          <ChangeMemberForm
            studyId={studyId}
            member={changing}
            groups={groups}
            canGiveTeamRoles={canGiveTeamRoles}
            onCancel={() => setChanging(undefined)}
            onChanged={({ display_name }) => {
              setChanging(undefined);
              setSaid(t('members.changed', { name: display_name }));
            }}
          />
        )}
      </Modal>
      <Modal
        opened={takingOut !== undefined}
        onClose={() => setTakingOut(undefined)}
        title={t('takeOut.title', { name: takingOut?.display_name })}
        closeButtonProps={{ 'aria-label': t('invite.close') }}
      >
        {takingOut && (
          <TakeOutForm
            studyId={studyId}
            member={takingOut}
            onCancel={() => setTakingOut(undefined)}
            onTakenOut={({ display_name }) => {
              setTakingOut(undefined);
              setSaid(t('members.takenOut', { name: display_name }));
            }}
          />
        )}
      </Modal>
    </Stack>
  );
}

function isConsulted({ roles }: Member): boolean {
  return roles.every((role) => role === 'panel' || role === 'chair');
}
