import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconPresentation, IconScale } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Key } from './chair-keys';

interface ChairMoreProps {
  onVoices: () => void;
  onWall: () => void;
}

/** What the chair looks at beside the meeting: whether groups are heard alike, and the wall. */
export function ChairMore({ onVoices, onWall }: ChairMoreProps) {
  const { t } = useTranslation('meetings');
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          size="sm"
          variant="default"
          rightSection={<IconChevronDown size={18} aria-hidden />}
        >
          {t('bar.more')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconScale size={18} aria-hidden />}
          rightSection={<Key>y</Key>}
          onClick={onVoices}
        >
          {t('voice.button')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconPresentation size={18} aria-hidden />}
          rightSection={<Key>z</Key>}
          onClick={onWall}
        >
          {t('projector.button')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
