import { Checkbox, NativeSelect, Stack } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { Group, Role } from '../queries';

const CONSULTED: readonly Role[] = ['panel', 'chair'];
const TEAM: readonly Role[] = ['facilitator', 'researcher', 'lead'];

interface MembershipFieldsProps {
  groups: readonly Group[];
  /** Only a lead makes or changes members of the team. */
  canGiveTeamRoles: boolean;
  roles: GetInputPropsReturnType;
  group: GetInputPropsReturnType;
}

/** What somebody is in the study, and which group they speak from. */
export function MembershipFields(props: MembershipFieldsProps) {
  const { t } = useTranslation('people');
  const offered = props.canGiveTeamRoles ? [...CONSULTED, ...TEAM] : CONSULTED;
  return (
    <>
      <Checkbox.Group
        label={t('invite.roles')}
        description={props.canGiveTeamRoles ? undefined : t('invite.teamOnly')}
        {...props.roles}
      >
        <Stack gap={8} mt={6}>
          {offered.map((role) => (
            <Checkbox key={role} value={role} label={t(`roles.${role}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
      <NativeSelect
        label={t('invite.group')}
        description={t('invite.groupHow')}
        data={[
          { value: '', label: t('noGroup') },
          ...props.groups.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        {...props.group}
      />
    </>
  );
}
