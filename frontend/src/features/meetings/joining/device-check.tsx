import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconLoader2, IconVolume } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Place } from '../queries';
import { MicrophoneChoice } from '../red-light/microphone-choice';
import { type Outcome, useConnectionCheck } from './connection-check';
import classes from './joining.module.css';
import { playTone } from './sound-check';

interface DeviceCheckProps {
  place: Place;
  title: string;
  /** Only a device that may record the room needs a microphone. */
  hasMicrophone: boolean;
  /** The way in, there from the first moment: nothing here is required. */
  enter: ReactNode;
  openSocket?: (url: string) => WebSocket;
}

/** Before coming in: does the connection work, is there sound; in plain words. */
export function DeviceCheck({ place, title, hasMicrophone, enter, openSocket }: DeviceCheckProps) {
  const { t } = useTranslation('meetings');
  return (
    <div className={classes.ready}>
      <div>
        <p>{title}</p>
        <h1>{t('ready.title')}</h1>
      </div>
      <p>{t('ready.lead')}</p>
      <div>{enter}</div>
      <ul className={classes.checks}>
        <Connection place={place} {...(openSocket ? { openSocket } : {})} />
        <Sound />
        {hasMicrophone && <Microphone />}
      </ul>
    </div>
  );
}

function Connection({ place, openSocket }: Pick<DeviceCheckProps, 'place' | 'openSocket'>) {
  const { t } = useTranslation('meetings');
  const { outcome, ms, again } = useConnectionCheck(place, openSocket);
  return (
    <li className={classes.check}>
      <h2>{t('ready.connection')}</h2>
      <Found outcome={outcome}>{t(`ready.${outcome}`, { ms })}</Found>
      {outcome !== 'trying' && (
        <Button variant="default" onClick={again}>
          {t('ready.again')}
        </Button>
      )}
    </li>
  );
}

type Heard = 'unknown' | 'asked' | 'yes' | 'no' | 'cannot';

function Sound() {
  const { t } = useTranslation('meetings');
  const [heard, setHeard] = useState<Heard>('unknown');
  const play = async () => setHeard((await playTone()) ? 'asked' : 'cannot');
  return (
    <li className={classes.check}>
      <h2>{t('ready.sound')}</h2>
      <p>{t('ready.soundHow')}</p>
      <Button
        variant="default"
        leftSection={<IconVolume size={20} aria-hidden />}
        onClick={() => void play()}
      >
        {t('ready.play')}
      </Button>
      {heard === 'asked' && (
        <div className={classes.answers} role="status">
          <span>{t('ready.playing')}</span>
          <Button variant="default" onClick={() => setHeard('yes')}>
            {t('ready.heard')}
          </Button>
          <Button variant="default" onClick={() => setHeard('no')}>
            {t('ready.silent')}
          </Button>
        </div>
      )}
      {heard === 'yes' && <Found outcome="good">{t('ready.soundGood')}</Found>}
      {heard === 'no' && <Found outcome="none">{t('ready.soundNone')}</Found>}
      {heard === 'cannot' && <Found outcome="none">{t('ready.noSound')}</Found>}
    </li>
  );
}

function Microphone() {
  const { t } = useTranslation('meetings');
  const [deviceId, setDeviceId] = useState<string>();
  return (
    <li className={classes.check}>
      <h2>{t('room.microphone.title')}</h2>
      <p>{t('room.microphone.how')}</p>
      <MicrophoneChoice deviceId={deviceId} onChoose={setDeviceId} />
    </li>
  );
}

const ICONS = {
  trying: IconLoader2,
  good: IconCircleCheck,
  slow: IconAlertTriangle,
  none: IconAlertTriangle,
} as const;

function Found({ outcome, children }: { outcome: Outcome; children: ReactNode }) {
  const Icon = ICONS[outcome];
  return (
    <p role="status" className={classes.outcome} data-outcome={outcome}>
      <Icon size={22} aria-hidden />
      <span>{children}</span>
    </p>
  );
}
