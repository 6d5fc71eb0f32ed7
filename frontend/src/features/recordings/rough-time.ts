import { useTranslation } from 'react-i18next';

const MINUTE = 60;
const LONG = 90 * MINUTE;

/** Says a length of time as exactly as an estimate deserves: “40 minutes”, “2½ hours”. */
export function useRoughTime(): (seconds: number) => string {
  const { t } = useTranslation('recordings');
  return (seconds) => {
    if (seconds < 45) {
      return t('rough.moment');
    }
    if (seconds < LONG) {
      const minutes = Math.round(seconds / MINUTE);
      // beyond a quarter of an hour nobody believes single minutes
      return t('rough.minutes', { count: minutes > 15 ? Math.round(minutes / 5) * 5 : minutes });
    }
    const halves = Math.round(seconds / (30 * MINUTE));
    const hours = Math.floor(halves / 2);
    return halves % 2 ? t('rough.halfHours', { hours }) : t('rough.hours', { count: hours });
  };
}
