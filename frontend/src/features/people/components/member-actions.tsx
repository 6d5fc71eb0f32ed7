import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconMailForward, IconUserEdit } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Member } from '../queries';

interface MemberActionsProps {
  member: Member;
  /** Team members are changed by a lead only. */
  canChange: boolean;
  onSendAgain: () => void;
  onChange: () => void;
}

/** What can be done with one member; nobody who said no gets another mail. */
export function MemberActions({ member, canChange, onSendAgain, onChange }: MemberActionsProps) {
  const { t } = useTranslation('people');
  const canSend = member.state === 'invited' || member.state === 'active';
  if (!canSend && !canChange) {
    return null;
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="md"
          aria-label={t('members.actionsFor', { name: member.display_name })}
        >
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {canSend && (
          <Menu.Item leftSection={<IconMailForward size={16} aria-hidden />} onClick={onSendAgain}>
            {t('members.sendAgain')}
          </Menu.Item>
        )}
        {canChange && (
          <Menu.Item leftSection={<IconUserEdit size={16} aria-hidden />} onClick={onChange}>
            {t('members.change')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
