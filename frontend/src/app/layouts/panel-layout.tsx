import { Anchor, Group } from '@mantine/core';
import { getRouteApi, Link, Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ColourSwitch } from '@/ui/colour-switch';
import { useFace } from '@/ui/face';
import { AccountMenu } from './account-menu';
import classes from './layouts.module.css';
import { RehearsalNotice } from './rehearsal-notice';
import { SkipLink } from './skip-link';

const panelRoute = getRouteApi('/signed-in/panel/$studyId');

/** One calm column: the study's name, my answers, the way out, and one thing at a time below. */
export function PanelLayout() {
  useFace('panel');
  const { t } = useTranslation('app');
  const { membership } = panelRoute.useRouteContext();
  const params = { studyId: membership.study_id };
  return (
    <div className={classes.page}>
      <SkipLink label={t('skip')} />
      <RehearsalNotice studyId={membership.study_id} />
      <header className={classes.bar}>
        <div className={classes.column}>
          <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
            <Link to="/panel/$studyId" params={params} className={classes.studyTitle}>
              {membership.study_title}
            </Link>
            <Group gap={4} wrap="nowrap">
              <ColourSwitch />
              <AccountMenu />
            </Group>
          </Group>
          <nav aria-label={t('panel.navigation')} className={classes.panelLinks}>
            <Anchor
              component={Link}
              to={`/panel/${membership.study_id}`}
              activeOptions={{ exact: true }}
            >
              {t('panel.home')}
            </Anchor>
            <Anchor component={Link} to={`/panel/${membership.study_id}/answers`}>
              {t('panel.answers')}
            </Anchor>
          </nav>
        </div>
      </header>
      <main id="main" className={classes.column} tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}
