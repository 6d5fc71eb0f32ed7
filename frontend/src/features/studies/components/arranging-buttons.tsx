import { ActionIcon, Group } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPencil, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface ArrangingButtonsProps {
  /** As the buttons call it. */
  name: string;
  isFirst: boolean;
  isLast: boolean;
  onMove: (by: 1 | -1) => void;
  onRename: () => void;
  onRemove: () => void;
}

/** Rename, up, down and remove, for one line of a list. */
export function ArrangingButtons({ name, isFirst, isLast, ...on }: ArrangingButtonsProps) {
  const { t } = useTranslation('studies');
  const actions = [
    { key: 'rename', Icon: IconPencil, isOff: false, act: on.onRename },
    { key: 'up', Icon: IconArrowUp, isOff: isFirst, act: () => on.onMove(-1) },
    { key: 'down', Icon: IconArrowDown, isOff: isLast, act: () => on.onMove(1) },
    { key: 'remove', Icon: IconTrash, isOff: false, act: on.onRemove },
  ] as const;
  return (
    <Group gap={4} wrap="nowrap">
      {actions.map(({ key, Icon, isOff, act }) => (
        <ActionIcon
          key={key}
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t(`arrange.${key}`, { name })}
          disabled={isOff}
          onClick={act}
        >
          <Icon size={18} aria-hidden />
        </ActionIcon>
      ))}
    </Group>
  );
}
