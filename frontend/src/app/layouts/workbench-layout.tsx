import { ActionIcon, Drawer, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMenu2 } from '@tabler/icons-react';
import { getRouteApi, Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ColourSwitch } from '@/ui/colour-switch';
import { useFace } from '@/ui/face';
import { AccountMenu } from './account-menu';
import { Breadcrumb } from './breadcrumb';
import classes from './layouts.module.css';
import { SkipLink } from './skip-link';
import { StudyNavigation } from './study-navigation';
import { Wordmark } from './wordmark';

const studyRoute = getRouteApi('/signed-in/studies/$studyId');

/** Left what the study has, right the page; the navigation becomes a drawer on a narrow screen. */
export function WorkbenchLayout() {
  useFace('workbench');
  const { t } = useTranslation('app');
  const { membership } = studyRoute.useRouteContext();
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <div className={classes.workbench}>
      <SkipLink label={t('skip')} />
      <header className={classes.topBar}>
        <Group gap="sm" wrap="nowrap" className={classes.shrink}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            hiddenFrom="sm"
            aria-label={t('study.open')}
            onClick={open}
          >
            <IconMenu2 size={20} aria-hidden />
          </ActionIcon>
          <Wordmark />
          <Breadcrumb studyTitle={membership.study_title} />
        </Group>
        <Group gap={4} wrap="nowrap">
          <ColourSwitch />
          <AccountMenu />
        </Group>
      </header>
      <div className={classes.side}>
        <StudyNavigation studyId={membership.study_id} />
      </div>
      <Drawer
        opened={isOpen}
        onClose={close}
        size="xs"
        title={membership.study_title}
        closeButtonProps={{ 'aria-label': t('study.close') }}
      >
        <StudyNavigation studyId={membership.study_id} onGo={close} />
      </Drawer>
      <main id="main" className={classes.workbenchMain} tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}
