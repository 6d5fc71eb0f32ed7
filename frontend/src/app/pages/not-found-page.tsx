import { Anchor, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { usePageTitle } from '@/ui/page-title';
import classes from './pages.module.css';

/** There is no such page, or not for this person: the two look alike on purpose. */
export function NotFoundPage() {
  return (
    <main className={classes.single} id="main">
      <NotFoundWords />
    </main>
  );
}

/** The same inside a layout, which stays. */
export function NotFoundWords() {
  const { t } = useTranslation('app');
  usePageTitle(t('notFound.title'));
  return (
    <>
      <Title order={1}>{t('notFound.title')}</Title>
      <Text mt="sm">{t('notFound.words')}</Text>
      <Anchor component={Link} to="/" mt="md" display="inline-block">
        {t('notFound.back')}
      </Anchor>
    </>
  );
}
