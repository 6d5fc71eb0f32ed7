import { Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainLayout } from '@/app/layouts/plain-layout';
import { DeclineAnswer } from '@/features/studies/components/decline-answer';
import { takeFragment } from '@/lib/fragment';
import { usePageTitle } from '@/ui/page-title';

/** Where "I would rather not take part" in an invitation opens. */
export function DeclinePage() {
  const { t } = useTranslation('studies');
  const [given] = useState(takeFragment);
  const token = given.get('t');
  usePageTitle(t('decline.title'));
  return (
    <PlainLayout>
      {token ? (
        <DeclineAnswer token={token} reason={given.get('r') ?? 'other'} />
      ) : (
        <>
          <Title order={1}>{t('decline.brokenTitle')}</Title>
          <Text mt="sm">{t('decline.brokenWords')}</Text>
        </>
      )}
    </PlainLayout>
  );
}
