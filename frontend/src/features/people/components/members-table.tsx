import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '@/ui/data-table';
import { Moment } from '@/ui/moment';
import { type Group, type Member, wasTakenOut } from '../queries';
import classes from './people.module.css';
import { GroupName } from './recruitment-chart';

interface MembersTableProps {
  members: readonly Member[];
  groups: readonly Group[];
  /** What can be done with a member. */
  actions?: ((member: Member) => ReactNode) | undefined;
}

/** Everybody in the study, with their answer to the invitation and why they said no. */
export function MembersTable({ members, groups, actions }: MembersTableProps) {
  const { t } = useTranslation('people');
  return (
    <div className={classes.members}>
      <DataTable
        caption={t('members.caption', { count: members.length })}
        rows={members}
        rowKey={(member) => member.id}
        minWidth={940}
        columns={[
          ...whoColumns(t, groups),
          ...answerColumns(t),
          ...(actions ? [{ key: 'actions', header: t('members.actions'), cell: actions }] : []),
        ]}
      />
    </div>
  );
}

type Words = TFunction<'people'>;

function whoColumns(t: Words, groups: readonly Group[]): Column<Member>[] {
  const place = ({ group_id }: Member) =>
    groups.find(({ id }) => id === group_id)?.position ?? groups.length;
  return [
    {
      key: 'name',
      header: t('members.name'),
      cell: (member) => member.display_name,
      sortBy: (member) => member.display_name,
    },
    {
      key: 'email',
      header: t('members.email'),
      cell: (member) => member.email,
      sortBy: (member) => member.email,
    },
    {
      key: 'roles',
      header: t('members.roles'),
      cell: (member) => member.roles.map((role) => t(`roles.${role}`)).join(', '),
    },
    {
      key: 'group',
      header: t('members.group'),
      cell: (member) => <GroupName id={member.group_id} groups={groups} />,
      sortBy: place,
    },
  ];
}

function answerColumns(t: Words): Column<Member>[] {
  return [
    {
      key: 'state',
      header: t('members.state'),
      cell: (member) => <AnswerToInvitation member={member} />,
      sortBy: (member) => t(`states.${member.state}`),
    },
    {
      key: 'consent',
      header: t('members.consent'),
      cell: (member) =>
        (member.has_consented || isExpected(member)) && t(`members.${consentOf(member)}`),
      sortBy: consentOf,
    },
    {
      key: 'invited',
      header: t('members.invited'),
      cell: (member) => member.invited_at && <Moment at={member.invited_at} style="shortDay" />,
      sortBy: (member) => member.invited_at ?? '',
    },
    {
      key: 'joined',
      header: t('members.joined'),
      cell: (member) =>
        member.joined_at ? (
          <Moment at={member.joined_at} style="shortDay" />
        ) : (
          isExpected(member) && t('members.notYet')
        ),
      sortBy: (member) => member.joined_at ?? '',
    },
  ];
}

/** False for those who said no: nothing more is asked of them. */
function isExpected({ state }: Member): boolean {
  return state === 'invited' || state === 'active';
}

function consentOf({ roles, has_consented }: Member): 'agreed' | 'notYet' | 'notAsked' {
  if (has_consented) {
    return 'agreed';
  }
  return roles.includes('panel') || roles.includes('chair') ? 'notYet' : 'notAsked';
}

function AnswerToInvitation({ member }: { member: Member }) {
  const { t } = useTranslation('people');
  const { decline_reason: reason, decline_words: words } = member;
  return (
    <>
      {t(wasTakenOut(member) ? 'states.takenOut' : `states.${member.state}`)}
      {(reason || words) && (
        <div className={classes.why}>
          {reason && t(`reasons.${reason as 'other'}`, { defaultValue: reason })}
          {words && <q>{words}</q>}
        </div>
      )}
    </>
  );
}
