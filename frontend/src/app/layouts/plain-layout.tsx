import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ColourSwitch } from '@/ui/colour-switch';
import { useFace } from '@/ui/face';
import classes from './layouts.module.css';
import { SkipLink } from './skip-link';
import { Wordmark } from './wordmark';

/** A single column without a study around it: signing in, being welcomed, choosing a study. */
export function PlainLayout({ children, account }: { children: ReactNode; account?: ReactNode }) {
  useFace('panel');
  const { t } = useTranslation('app');
  return (
    <div className={classes.page}>
      <SkipLink label={t('skip')} />
      <header className={classes.bar}>
        <div className={classes.column}>
          <Group justify="space-between" wrap="nowrap">
            <Wordmark />
            <Group gap="xs" wrap="nowrap">
              <ColourSwitch />
              {account}
            </Group>
          </Group>
        </div>
      </header>
      <main id="main" className={classes.column} tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
