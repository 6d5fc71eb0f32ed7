import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainLayout } from '@/app/layouts/plain-layout';
import { DeclineForm } from '@/features/studies/components/decline-form';
import { takeFragment } from '@/lib/fragment';
import { PageHeader } from '@/ui/page-header';

/** Where "I would rather not take part" in an invitation opens. */
export function DeclinePage() {
  const { t } = useTranslation('studies');
  const [given] = useState(takeFragment);
  const token = given.get('t');
  return (
    <PlainLayout>
      <PageHeader title={t('decline.title')} lead={t('decline.lead')} />
      {token ? (
        <DeclineForm token={token} reason={given.get('r')} />
      ) : (
        <Text>{t('decline.brokenWords')}</Text>
      )}
    </PlainLayout>
  );
}
