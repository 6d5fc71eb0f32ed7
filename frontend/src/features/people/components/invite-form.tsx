import { Button, Group as Row, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/errors';
import { fieldProblems } from '@/ui/field-problems';
import { ProblemNotice } from '@/ui/problem-notice';
import { type Group, type Member, type Role, useInvite } from '../queries';
import { MembershipFields } from './membership-fields';

const FIELDS = ['email', 'name', 'roles', 'group_id'] as const;

interface InviteFormProps {
  studyId: string;
  groups: readonly Group[];
  canGiveTeamRoles: boolean;
  onInvited: (member: Member) => void;
  onCancel: () => void;
}

/** Invites one person by mail; what the server refuses is said at the field it is about. */
export function InviteForm({ studyId, onInvited, onCancel, ...choices }: InviteFormProps) {
  const { t } = useTranslation('people');
  const invite = useInvite(studyId);
  const form = useForm({
    initialValues: { email: '', name: '', roles: ['panel'] as Role[], group_id: '' },
    validate: {
      email: (email) => (/^\S+@\S+$/.test(email.trim()) ? null : t('invite.noEmail')),
      name: (name) => (name.trim() ? null : t('invite.noName')),
      roles: (roles) => (roles.length > 0 ? null : t('invite.noRoles')),
    },
  });
  const submit = form.onSubmit(({ email, name, roles, group_id }) =>
    invite.mutate(
      { email: email.trim(), name: name.trim(), roles, group_id: group_id || null },
      { onSuccess: onInvited, onError: (error) => form.setErrors(problemsAtFields(error)) },
    ),
  );
  const isSaidAtField = Object.keys(problemsAtFields(invite.error)).length > 0;
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {invite.error && !isSaidAtField && <ProblemNotice error={invite.error} />}
        <TextInput
          type="email"
          label={t('invite.email')}
          autoComplete="off"
          maxLength={254}
          {...form.getInputProps('email')}
        />
        <TextInput
          label={t('invite.name')}
          description={t('invite.nameHow')}
          autoComplete="off"
          maxLength={200}
          {...form.getInputProps('name')}
        />
        <MembershipFields
          {...choices}
          roles={form.getInputProps('roles')}
          group={form.getInputProps('group_id')}
        />
        <Row justify="flex-end" gap="sm">
          <Button variant="default" onClick={onCancel}>
            {t('invite.cancel')}
          </Button>
          <Button type="submit" loading={invite.isPending}>
            {t('invite.submit')}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}

/** Somebody who is in the study already is a conflict, and it is about the address. */
function problemsAtFields(error: Error | null): Partial<Record<(typeof FIELDS)[number], string>> {
  if (!error) {
    return {};
  }
  const problem = asProblem(error);
  return problem.status === 409 ? { email: problem.message } : fieldProblems(problem, FIELDS);
}
