import { useTranslation } from 'react-i18next';
import classes from './red-light.module.css';
import { useLevel } from './use-level';

const HEARS = 0.06;

/** Whether a microphone hears something: a bar, and the same in words. */
export function LevelMeter({ stream }: { stream: MediaStream }) {
  const { t } = useTranslation('meetings');
  const level = useLevel(stream);
  return (
    <div className={classes.meter}>
      <meter min={0} max={1} value={level} aria-label={t('room.microphone.level')} />
      <span>{t(level > HEARS ? 'room.microphone.hears' : 'room.microphone.silent')}</span>
    </div>
  );
}
