/** `Saturday 21 November 2026`. */
export function longDay(moment: string | Date, zone?: string): string {
  return format(moment, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }, zone);
}

/** `Saturday 21 November 2026, 14:30 GMT`: a time without its zone misleads somebody. */
export function longMoment(moment: string | Date, zone?: string): string {
  return `${longDay(moment, zone)}, ${timeWithZone(moment, zone)}`;
}

/** `Sat 21 Nov, 14:30 GMT`, for tables; with its year where that is not the present one. */
export function shortMoment(moment: string | Date, zone?: string): string {
  const isThisYear = yearOf(moment, zone) === yearOf(new Date(), zone);
  const day = isThisYear
    ? format(moment, { weekday: 'short', day: 'numeric', month: 'short' }, zone)
    : shortDay(moment, zone);
  return `${day}, ${timeWithZone(moment, zone)}`;
}

/** `Sat 21 Nov 2026`, where room is short. */
export function shortDay(moment: string | Date, zone?: string): string {
  const parts = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;
  return format(moment, parts, zone);
}

function yearOf(moment: string | Date, zone?: string): string {
  return format(moment, { year: 'numeric' }, zone);
}

function timeWithZone(moment: string | Date, zone?: string): string {
  const time = format(
    moment,
    { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short' },
    zone,
  );
  // a line never begins with the zone alone
  return time.replaceAll(' ', '\u00a0');
}

function format(moment: string | Date, options: Intl.DateTimeFormatOptions, zone?: string): string {
  return new Intl.DateTimeFormat('en-GB', { ...options, ...(zone ? { timeZone: zone } : {}) })
    .format(typeof moment === 'string' ? new Date(moment) : moment)
    .replace(/^(\w+), /, '$1 ');
}
