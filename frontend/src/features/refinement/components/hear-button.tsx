import { Button } from '@mantine/core';
import { IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clockTime } from '@/lib/clock-time';

interface HearButtonProps {
  /** The address of the recording's sound. */
  url: string;
  /** Seconds of the recording. */
  start: number;
  end: number | null;
}

/** Plays the very words: from where they begin to where they end. */
export function HearButton({ url, start, end }: HearButtonProps) {
  const { t } = useTranslation('refinement');
  const sound = useRef<HTMLAudioElement>(null);
  const [isPlaying, setIsPlaying] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);

  useEffect(() => () => sound.current?.pause(), []);

  function play() {
    const audio = new Audio(url);
    sound.current = audio;
    audio.currentTime = start;
    audio.ontimeupdate = () => {
      if (end !== null && audio.currentTime >= end) {
        audio.pause();
      }
    };
    audio.onpause = () => setIsPlaying(false);
    audio.onended = () => setIsPlaying(false);
    setHasFailed(false);
    setIsPlaying(true);
    audio.play().catch(() => {
      setIsPlaying(false);
      setHasFailed(true);
    });
  }

  return (
    <>
      <Button
        size="compact-xs"
        variant="default"
        leftSection={
          isPlaying ? (
            <IconPlayerStop size={14} aria-hidden />
          ) : (
            <IconPlayerPlay size={14} aria-hidden />
          )
        }
        onClick={() => (isPlaying ? sound.current?.pause() : play())}
      >
        {isPlaying ? t('trace.stop') : t('trace.hear', { time: clockTime(start) })}
      </Button>
      {hasFailed && <span role="alert">{t('trace.notHeard')}</span>}
    </>
  );
}
