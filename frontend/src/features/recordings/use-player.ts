import { type RefObject, useEffect, useRef, useState } from 'react';
import WaveSurfer from 'wavesurfer.js';

const STEP_BACK_SECONDS = 5;

export interface Player {
  /** Where the waveform is drawn. */
  container: RefObject<HTMLDivElement | null>;
  isPlaying: boolean;
  seconds: number;
  toggle: () => void;
  back: () => void;
  playFrom: (seconds: number) => void;
  setSpeed: (speed: number) => void;
}

interface Sound {
  url: string;
  peaks: number[];
  duration: number;
}

/** Plays a recording beside its waveform; the sound is asked for in ranges as it is needed. */
export function usePlayer({ url, peaks, duration }: Sound): Player {
  const container = useRef<HTMLDivElement>(null);
  const surfer = useRef<WaveSurfer>(undefined);
  const [isPlaying, setIsPlaying] = useState(false);
  const [seconds, setSeconds] = useState(0);

  useEffect(() => {
    if (!container.current) {
      return;
    }
    const colours = getComputedStyle(document.documentElement);
    const media = new Audio(url);
    media.preload = 'none';
    const created = WaveSurfer.create({
      container: container.current,
      media,
      peaks: [peaks],
      duration,
      height: 64,
      waveColor: colours.getPropertyValue('--line-strong').trim(),
      progressColor: colours.getPropertyValue('--accent').trim(),
      cursorColor: colours.getPropertyValue('--ink').trim(),
      normalize: true,
      dragToSeek: true,
      cspNonce: document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '',
    });
    created.on('play', () => setIsPlaying(true));
    created.on('pause', () => setIsPlaying(false));
    created.on('timeupdate', setSeconds);
    surfer.current = created;
    return () => created.destroy();
  }, [url, peaks, duration]);

  return {
    container,
    isPlaying,
    seconds,
    toggle: () => void surfer.current?.playPause(),
    back: () => surfer.current?.skip(-STEP_BACK_SECONDS),
    playFrom: (from) => {
      surfer.current?.setTime(from);
      void surfer.current?.play();
    },
    setSpeed: (speed) => surfer.current?.setPlaybackRate(speed, true),
  };
}
