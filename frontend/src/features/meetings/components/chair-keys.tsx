import { Button, Modal, Switch } from '@mantine/core';
import { useDisclosure, useHotkeys, useLocalStorage } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import classes from './chair.module.css';

/** Something the chair can do by a key; without `act` it cannot be done now. */
export interface KeyAction {
  key: string;
  label: string;
  act: (() => void) | undefined;
}

/** A key's name on a button. */
export function Key({ children }: { children: string }) {
  return (
    <kbd aria-hidden className={classes.key}>
      {children}
    </kbd>
  );
}

/** Lets single keys act, lists them on `?`, and lets whoever types by voice switch them off. */
export function ChairKeys({ actions }: { actions: readonly KeyAction[] }) {
  const { t } = useTranslation('meetings');
  const [isOpen, help] = useDisclosure(false);
  const [isOn, setIsOn] = useLocalStorage({ key: 'colloquy-chair-keys', defaultValue: true });
  useHotkeys(
    [
      ...actions.map(({ key, act }): [string, () => void] => [
        key,
        () => (isOn && !isOpen ? act?.() : undefined),
      ]),
      ['shift+?', help.toggle],
      ['?', help.toggle],
    ],
    ['INPUT', 'TEXTAREA', 'SELECT'],
  );
  return (
    <>
      <Button variant="subtle" size="sm" onClick={help.open} rightSection={<Key>?</Key>}>
        {t('chair.keys')}
      </Button>
      <Modal
        closeButtonProps={{ 'aria-label': t('close') }}
        opened={isOpen}
        onClose={help.close}
        title={t('chair.keysTitle')}
      >
        <dl className={classes.keyList}>
          {actions
            .filter(({ key }) => !/^[2-9]$/.test(key))
            .map(({ key, label }) => (
              <KeyLine
                key={key}
                name={key === '1' ? '1–9' : key.replace('shift+', '⇧ ')}
                label={label}
              />
            ))}
        </dl>
        <Switch
          label={t('chair.keysOn')}
          checked={isOn}
          onChange={({ currentTarget }) => setIsOn(currentTarget.checked)}
        />
      </Modal>
    </>
  );
}

function KeyLine({ name, label }: { name: string; label: string }) {
  return (
    <>
      <dt>
        <kbd className={classes.key}>{name}</kbd>
      </dt>
      <dd>{label}</dd>
    </>
  );
}
