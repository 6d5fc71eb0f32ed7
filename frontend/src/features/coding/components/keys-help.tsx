import { Kbd } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/ui/dialog';
import classes from './coding.module.css';

const KEYS = [
  ['j', 'next'],
  ['k', 'previous'],
  ['Shift + →', 'select'],
  ['c', 'code'],
  ['1 – 4', 'stance'],
  ['5 – 8', 'element'],
  ['m', 'mechanism'],
  ['e', 'correct'],
  ['x', 'remove'],
  ['u', 'undo'],
  ['?', 'help'],
] as const;

/** Every key of the coding page. */
export function KeysHelp({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('coding');
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('keys.title')}>
      <dl className={classes.keys}>
        {KEYS.map(([key, does]) => (
          <div key={key}>
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd>{t(`keys.${does}`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
