import { useTranslation } from 'react-i18next';
import classes from './small-groups.module.css';

/** Words that were written in the last moment and are not in the note, to be copied from here. */
export function TooLate({ words }: { words: string }) {
  const { t } = useTranslation('meetings');
  if (!words) {
    return null;
  }
  return (
    <div role="alert" className={classes.warning}>
      {t('smallGroups.tooLate')}
      <blockquote className={classes.words}>{words}</blockquote>
    </div>
  );
}
