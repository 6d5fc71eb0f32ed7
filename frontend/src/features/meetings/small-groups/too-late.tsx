import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './small-groups.module.css';

interface TooLateProps {
  words: string;
  onForget: () => void;
}

/** My words that are not in the note, to be copied from here; they stay until I let them go. */
export function TooLate({ words, onForget }: TooLateProps) {
  const { t } = useTranslation('meetings');
  if (!words) {
    return null;
  }
  return (
    <div role="alert" className={classes.warning}>
      {t('smallGroups.tooLate')}
      <blockquote className={classes.words}>{words}</blockquote>
      <Button size="sm" variant="default" onClick={onForget}>
        {t('smallGroups.forget')}
      </Button>
    </div>
  );
}
