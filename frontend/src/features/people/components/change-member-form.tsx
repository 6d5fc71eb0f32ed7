import { Button, Group as Row, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import { type Group, type Member, useUpdateMember } from '../queries';
import { MembershipFields } from './membership-fields';

interface ChangeMemberFormProps {
  studyId: string;
  member: Member;
  groups: readonly Group[];
  canGiveTeamRoles: boolean;
  onChanged: (member: Member) => void;
  onCancel: () => void;
}

/** Changes what a member is in the study and which group they speak from. */
export function ChangeMemberForm(props: ChangeMemberFormProps) {
  const { t } = useTranslation('people');
  const { member, onChanged, onCancel } = props;
  const update = useUpdateMember(props.studyId, member.id);
  const form = useForm({
    initialValues: { roles: member.roles, group_id: member.group_id ?? '' },
    validate: { roles: (roles) => (roles.length > 0 ? null : t('invite.noRoles')) },
  });
  const submit = form.onSubmit(({ roles, group_id }) =>
    update.mutate({ roles, group_id: group_id || null }, { onSuccess: onChanged }),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {update.error && <ProblemNotice error={update.error} />}
        <MembershipFields
          groups={props.groups}
          canGiveTeamRoles={props.canGiveTeamRoles}
          roles={form.getInputProps('roles')}
          group={form.getInputProps('group_id')}
        />
        <Row justify="flex-end" gap="sm">
          <Button variant="default" onClick={onCancel}>
            {t('invite.cancel')}
          </Button>
          <Button type="submit" loading={update.isPending}>
            {t('change.submit')}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
