import { useEffect, useMemo, useRef, useState } from 'react';
import WaveSurfer from 'wavesurfer.js';

const STEP_SECONDS = 5;
export const SPEEDS = [0.5, 0.75, 1, 1.25, 1.5, 2] as const;

/** Where the sound is: told many times a second, so that only what needs it is drawn again. */
export interface SoundClock {
  subscribe: (listener: () => void) => () => void;
  seconds: () => number;
}

export interface Player {
  /** Where the waveform is drawn. */
  container: (place: HTMLDivElement | null) => void;
  isPlaying: boolean;
  clock: SoundClock;
  speed: number;
  /** Plays or pauses; a pause goes back a little, so that nothing is missed on going on. */
  toggle: () => void;
  skip: (direction: 1 | -1) => void;
  playFrom: (seconds: number) => void;
  setSpeed: (speed: number) => void;
  changeSpeed: (step: 1 | -1) => void;
}

/** For words without sound: nothing to be heard, and no second is now. */
export const NO_SOUND: Player = {
  container: () => undefined,
  isPlaying: false,
  clock: { subscribe: () => () => undefined, seconds: () => 0 },
  speed: 1,
  toggle: () => undefined,
  skip: () => undefined,
  playFrom: () => undefined,
  setSpeed: () => undefined,
  changeSpeed: () => undefined,
};

interface Sound {
  url: string;
  peaks: number[];
  duration: number;
  /** How many seconds a pause goes back. */
  stepBack: number;
}

/** Plays a recording beside its waveform; the sound is asked for in ranges as it is needed. */
export function usePlayer({ url, peaks, duration, stepBack }: Sound): Player {
  const [place, container] = useState<HTMLDivElement | null>(null);
  const surfer = useRef<WaveSurfer>(undefined);
  const clock = useMemo(() => new Clock(), []);
  const [isPlaying, setIsPlaying] = useState(false);
  const [speed, setSpeedShown] = useState(1);
  // the waveform is drawn once: a recording that is read again has equal peaks in a new list
  const drawn = useSteady(peaks);

  useEffect(() => {
    if (!place) {
      return;
    }
    const colours = getComputedStyle(document.documentElement);
    const media = new Audio(url);
    media.preload = 'none';
    const created = WaveSurfer.create({
      container: place,
      media,
      peaks: [drawn],
      duration,
      height: 56,
      waveColor: colours.getPropertyValue('--line-strong').trim(),
      progressColor: colours.getPropertyValue('--accent').trim(),
      cursorColor: colours.getPropertyValue('--ink').trim(),
      normalize: true,
      dragToSeek: true,
      cspNonce: document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '',
    });
    created.on('play', () => setIsPlaying(true));
    created.on('pause', () => setIsPlaying(false));
    created.on('timeupdate', clock.tell);
    surfer.current = created;
    return () => created.destroy();
  }, [place, url, drawn, duration, clock]);

  function setSpeed(wanted: number) {
    surfer.current?.setPlaybackRate(wanted, true);
    setSpeedShown(wanted);
  }

  return {
    container,
    isPlaying,
    clock,
    speed,
    toggle: () => {
      if (surfer.current?.isPlaying()) {
        surfer.current.pause();
        surfer.current.setTime(Math.max(0, surfer.current.getCurrentTime() - stepBack));
      } else {
        void surfer.current?.play();
      }
    },
    skip: (direction) => surfer.current?.skip(direction * STEP_SECONDS),
    playFrom: (from) => {
      surfer.current?.setTime(from);
      void surfer.current?.play();
    },
    setSpeed,
    changeSpeed: (step) => {
      const at = (SPEEDS as readonly number[]).indexOf(speed) + step;
      setSpeed(SPEEDS[Math.max(0, Math.min(SPEEDS.length - 1, at))] ?? 1);
    },
  };
}

class Clock implements SoundClock {
  readonly #listeners = new Set<() => void>();
  #now = 0;

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly seconds = () => this.#now;

  readonly tell = (seconds: number) => {
    this.#now = seconds;
    for (const listener of this.#listeners) {
      listener();
    }
  };
}

function useSteady(peaks: number[]): number[] {
  const kept = useRef(peaks);
  if (kept.current.length !== peaks.length || kept.current.some((peak, n) => peak !== peaks[n])) {
    kept.current = peaks;
  }
  return kept.current;
}
