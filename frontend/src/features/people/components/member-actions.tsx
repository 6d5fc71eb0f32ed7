import { ActionIcon, Menu } from '@mantine/core';
import {
  IconDots,
  IconMailForward,
  IconUserEdit,
  IconUserMinus,
  IconUserPlus,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Member, wasTakenOut } from '../queries';

interface MemberActionsProps {
  member: Member;
  /** Team members are changed by a lead only. */
  canChange: boolean;
  onSendAgain: () => void;
  onChange: () => void;
  onTakeOut: () => void;
  onBringBack: () => void;
}

/** What can be done with one member; nobody who said no gets another mail. */
export function MemberActions({ member, canChange, ...on }: MemberActionsProps) {
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
          <Menu.Item
            leftSection={<IconMailForward size={16} aria-hidden />}
            onClick={on.onSendAgain}
          >
            {t('members.sendAgain')}
          </Menu.Item>
        )}
        {canChange && (
          <Menu.Item leftSection={<IconUserEdit size={16} aria-hidden />} onClick={on.onChange}>
            {t('members.change')}
          </Menu.Item>
        )}
        {canChange && canSend && (
          <Menu.Item leftSection={<IconUserMinus size={16} aria-hidden />} onClick={on.onTakeOut}>
            {t('members.takeOut')}
          </Menu.Item>
        )}
        {canChange && wasTakenOut(member) && (
          <Menu.Item leftSection={<IconUserPlus size={16} aria-hidden />} onClick={on.onBringBack}>
            {t('members.bringBack')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
