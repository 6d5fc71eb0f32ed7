import { Kbd, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/ui/dialog';
import classes from './editor.module.css';

const KEYS = [
  ['K', 'play'],
  ['J / L', 'skip'],
  ['[ / ]', 'speed'],
  ['← → ↑ ↓', 'move'],
  ['P', 'hear'],
  ['N / Shift + N', 'uncertain'],
  ['Enter', 'edit'],
  ['Esc', 'leave'],
  ['Ctrl + Enter', 'next'],
  ['S', 'split'],
  ['M', 'join'],
  ['1 – 9, 0', 'speaker'],
  ['I', 'inaudible'],
  ['X', 'identify'],
  ['Ctrl + F', 'find'],
  ['Ctrl + Z / Ctrl + Y', 'undo'],
  ['V', 'verbatim'],
  ['?', 'help'],
] as const;

/** Every key of the editor. */
export function KeysHelp({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('recordings');
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('editor.keys.title')}>
      <Text size="sm" mb="sm">
        {t('editor.keys.rule')}
      </Text>
      <dl className={classes.keys}>
        {KEYS.map(([key, does]) => (
          <div key={key}>
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd>{t(`editor.keys.${does}`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
