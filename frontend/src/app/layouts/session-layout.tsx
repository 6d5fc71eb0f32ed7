import { getRouteApi, Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFace } from '@/ui/face';
import classes from './layouts.module.css';
import { RehearsalNotice } from './rehearsal-notice';
import { SkipLink } from './skip-link';

const sessionRoute = getRouteApi('/signed-in/live/$studyId');

/** The whole screen for a live meeting; a projector page asks for its own face. */
export function SessionLayout() {
  useFace('session');
  const { t } = useTranslation('app');
  const { studyId } = sessionRoute.useParams();
  return (
    <div className={classes.session}>
      <SkipLink label={t('skip')} />
      <RehearsalNotice studyId={studyId} />
      <main id="main" className={classes.sessionMain} tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}
