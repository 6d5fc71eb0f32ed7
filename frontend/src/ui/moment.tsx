import { longDay, longMoment, shortDay, shortMoment } from '@/lib/dates';

interface MomentProps {
  /** ISO 8601 with a zone, as the server sends it. */
  at: string;
  /** An IANA zone; the reader's own when left out. */
  zone?: string;
  style?: 'day' | 'long' | 'short' | 'shortDay';
}

const WRITTEN = { day: longDay, long: longMoment, short: shortMoment, shortDay };

/** A date with its weekday, and a time with its zone. */
export function Moment({ at, zone, style = 'short' }: MomentProps) {
  return <time dateTime={at}>{WRITTEN[style](at, zone)}</time>;
}
