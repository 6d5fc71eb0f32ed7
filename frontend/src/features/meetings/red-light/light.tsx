import { IconCircleFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './red-light.module.css';

/** The red light: a mark and the word, so that it says so without its colour. */
export function Light({ words }: { words?: string }) {
  const { t } = useTranslation('meetings');
  return (
    <span className={classes.light}>
      <IconCircleFilled size="0.8em" aria-hidden />
      {words ?? t('room.light')}
    </span>
  );
}
