import { useEffect, useState } from 'react';
import { clockTime } from '@/lib/clock-time';

const TICK_MS = 1000;

/** The present moment by the server's clock, counted on; this device's own clock may be wrong. */
export function useServerNow(clockOffset: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const tick = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(tick);
  }, []);
  return now + clockOffset;
}

/** Seconds since a moment of the server's clock, counted on. */
export function useElapsed(since: string, clockOffset: number): number {
  return Math.max(0, (useServerNow(clockOffset) - Date.parse(since)) / 1000);
}

/** How long something has lasted, `1:23`; a device whose clock is wrong shows it rightly too. */
export function Elapsed({ since, clockOffset }: { since: string; clockOffset: number }) {
  const seconds = useElapsed(since, clockOffset);
  // a timer read out every second would drown everything else
  return (
    <span className="notation" aria-live="off">
      {clockTime(seconds)}
    </span>
  );
}
