import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './studies.module.css';

interface SettingsSectionProps {
  title: string;
  lead?: string | undefined;
  children: ReactNode;
}

/** One part of the settings under a heading of its own. */
export function SettingsSection({ title, lead, children }: SettingsSectionProps) {
  return (
    <section className={classes.section}>
      <Title order={2}>{title}</Title>
      <p className={classes.lead}>{lead}</p>
      {children}
    </section>
  );
}

/** Says that what was changed is kept, in words that a screen reader hears. */
export function SavedNote({ isSaved }: { isSaved: boolean }) {
  const { t } = useTranslation('studies');
  return (
    <Text role="status" span c="var(--good-ink)">
      {isSaved ? t('settings.saved') : ''}
    </Text>
  );
}
