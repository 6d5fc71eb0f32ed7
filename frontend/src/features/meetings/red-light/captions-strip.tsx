import { Button } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveMeeting } from '../live';
import { captionsQuery } from './captions';
import classes from './red-light.module.css';

const SIZES = ['small', 'large', 'largest'] as const;

/** The words of the room as a machine hears them; each person shows, hides and enlarges them. */
export function CaptionsStrip({ live }: { live: LiveMeeting }) {
  const { t } = useTranslation('meetings');
  const { recording } = live.snapshot.state;
  const [isOn, setIsOn] = useLocalStorage({ key: 'colloquy-captions', defaultValue: true });
  const [size, setSize] = useLocalStorage<number>({
    key: 'colloquy-captions-size',
    defaultValue: 0,
  });
  const { data: captions = [] } = useQuery({ ...captionsQuery(live.place), enabled: false });
  const box = useRef<HTMLDivElement>(null);
  const newest = captions.at(-1)?.number;
  useEffect(() => {
    // the strip has one height, so that what is below and above it stays where it is
    if (newest !== undefined) {
      box.current?.scrollTo({ top: box.current.scrollHeight });
    }
  }, [newest]);
  if (!recording?.has_captions) {
    return null;
  }
  const shown = captions.filter(({ recording_id: id }) => id === recording.id);
  return (
    <section className={classes.captions} aria-label={t('room.captions.title')}>
      <div className={classes.captionsHead}>
        <span>{t('room.captions.machine')}</span>
        <span className={classes.captionsButtons}>
          {isOn && (
            <Button
              size="compact-sm"
              variant="subtle"
              onClick={() => setSize((size + 1) % SIZES.length)}
            >
              {t(size === SIZES.length - 1 ? 'room.captions.smaller' : 'room.captions.larger')}
            </Button>
          )}
          <Button size="compact-sm" variant="subtle" onClick={() => setIsOn(!isOn)}>
            {t(isOn ? 'room.captions.hide' : 'room.captions.show')}
          </Button>
        </span>
      </div>
      {isOn && (
        // read out on request: read out at once, it would drown whatever else is read
        <div
          ref={box}
          className={classes.captionsBox}
          data-size={SIZES[size]}
          role="log"
          aria-live="off"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
          tabIndex={0}
        >
          {shown.length === 0 && <p>{t('room.captions.none')}</p>}
          {shown.map(({ number, text, skipped }) => (
            <p key={number}>
              {skipped > 0 && (
                <em>{t('room.captions.skipped', { count: Math.round(skipped) })} </em>
              )}
              {text}
            </p>
          ))}
        </div>
      )}
    </section>
  );
}
