import { ActionIcon, Group, Text, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconKeyboard,
  IconSearch,
  IconShieldLock,
  IconUsers,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SavedState, type SavedStateName } from '@/ui/saved-state';
import classes from './editor.module.css';
import type { View } from './view';
import { ViewMenu } from './view-menu';

interface EditorBarProps {
  state: SavedStateName;
  /** Who else has the text open. */
  here: readonly string[];
  isCorrectable: boolean;
  view: View;
  onView: (change: Partial<View>) => void;
  onUndo: () => void;
  onRedo: () => void;
  onFind: () => void;
  onIdentify: (() => void) | undefined;
  onHelp: () => void;
}

/** What can be done to the whole text, and whether what was typed is safe. */
export function EditorBar(bar: EditorBarProps) {
  const { t } = useTranslation('recordings');
  return (
    <Group gap={6} wrap="wrap">
      <SavedState state={bar.state} saved={t('editor.saved')} />
      {bar.here.length > 0 && (
        <Text size="sm" role="status" className={classes.here}>
          <IconUsers size={16} aria-hidden /> {t('editor.here', { names: bar.here.join(', ') })}
        </Text>
      )}
      {bar.isCorrectable && (
        <>
          <Tool label={t('editor.undo')} keys="Ctrl + Z" onClick={bar.onUndo}>
            <IconArrowBackUp size={20} aria-hidden />
          </Tool>
          <Tool label={t('editor.redo')} keys="Ctrl + Y" onClick={bar.onRedo}>
            <IconArrowForwardUp size={20} aria-hidden />
          </Tool>
        </>
      )}
      <Tool label={t('editor.find.open')} keys="Ctrl + F" onClick={bar.onFind}>
        <IconSearch size={20} aria-hidden />
      </Tool>
      <ViewMenu view={bar.view} onView={bar.onView} />
      {bar.onIdentify && (
        <Tool label={t('editor.identifying.title')} keys="X" onClick={bar.onIdentify}>
          <IconShieldLock size={20} aria-hidden />
        </Tool>
      )}
      <Tool label={t('editor.keys.title')} keys="?" onClick={bar.onHelp}>
        <IconKeyboard size={20} aria-hidden />
      </Tool>
    </Group>
  );
}

interface ToolProps {
  label: string;
  keys: string;
  onClick: () => void;
  children: ReactNode;
}

function Tool({ label, keys, onClick, children }: ToolProps) {
  return (
    <Tooltip label={`${label} (${keys})`}>
      <ActionIcon variant="default" size="lg" aria-label={label} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
