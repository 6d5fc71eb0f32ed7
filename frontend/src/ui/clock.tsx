import { clockTime } from '@/lib/clock-time';

/** A place in a recording, `12:31`. */
export function Clock({ seconds }: { seconds: number }) {
  return (
    <time className="notation" dateTime={`PT${Math.max(0, Math.floor(seconds))}S`}>
      {clockTime(seconds)}
    </time>
  );
}
