import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './rounds.module.css';

/** Says above the panel's page that this is only a look at it. */
export function PreviewNotice({ group, back }: { group: string; back: ReactNode }) {
  const { t } = useTranslation('rounds');
  return (
    <div className={`${classes.note} ${classes.above}`} role="note">
      {t('build.previewOf', { group })} {back}
    </div>
  );
}
