import {
  ActionIcon,
  NativeSelect,
  Popover,
  SegmentedControl,
  Stack,
  Switch,
  Text,
  Tooltip,
} from '@mantine/core';
import { IconAdjustments } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { View } from './view';

const THRESHOLDS = [0, 30, 50, 70];
const STEPS_BACK = [0, 1, 2, 3, 5];

interface ViewMenuProps {
  view: View;
  onView: (change: Partial<View>) => void;
}

/** How the transcript is shown; the words themselves stay as they are. */
export function ViewMenu({ view, onView }: ViewMenuProps) {
  const { t } = useTranslation('recordings');
  return (
    <Popover position="bottom-end" width={320} trapFocus withinPortal>
      <Popover.Target>
        <Tooltip label={t('editor.view.title')}>
          <ActionIcon variant="default" size="lg" aria-label={t('editor.view.title')}>
            <IconAdjustments size={20} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          <div>
            <SegmentedControl
              fullWidth
              size="xs"
              aria-label={t('editor.view.verbatim')}
              value={view.verbatim}
              onChange={(verbatim) => onView({ verbatim: verbatim as View['verbatim'] })}
              data={[
                { value: 'full', label: t('editor.view.full') },
                { value: 'intelligent', label: t('editor.view.intelligent') },
              ]}
            />
            <Text size="xs" c="dimmed" mt={4}>
              {t('editor.view.verbatimHint')}
            </Text>
          </div>
          <NativeSelect
            size="xs"
            label={t('editor.view.threshold')}
            description={t('editor.view.thresholdHint')}
            value={String(view.threshold)}
            onChange={(event) => onView({ threshold: Number(event.currentTarget.value) })}
            data={THRESHOLDS.map((percent) => ({
              value: String(percent),
              label: percent ? t('editor.view.below', { percent }) : t('editor.view.none'),
            }))}
          />
          <Switch
            size="xs"
            label={t('editor.view.pauses')}
            checked={view.hasPauses}
            onChange={(event) => onView({ hasPauses: event.currentTarget.checked })}
          />
          <Switch
            size="xs"
            label={t('editor.view.follow')}
            checked={view.isFollowing}
            onChange={(event) => onView({ isFollowing: event.currentTarget.checked })}
          />
          <NativeSelect
            size="xs"
            label={t('editor.view.stepBack')}
            value={String(view.stepBack)}
            onChange={(event) => onView({ stepBack: Number(event.currentTarget.value) })}
            data={STEPS_BACK.map((count) => ({
              value: String(count),
              label: t('editor.view.seconds', { count }),
            }))}
          />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
