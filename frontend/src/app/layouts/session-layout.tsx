import { Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFace } from '@/ui/face';
import classes from './layouts.module.css';
import { SkipLink } from './skip-link';

/** The whole screen for a live meeting; a projector page asks for its own face. */
export function SessionLayout() {
  useFace('session');
  const { t } = useTranslation('app');
  return (
    <div className={classes.session}>
      <SkipLink label={t('skip')} />
      <main id="main" className={classes.sessionMain} tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}
