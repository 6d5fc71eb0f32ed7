import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { AccountMenu } from '@/app/layouts/account-menu';
import { PlainLayout } from '@/app/layouts/plain-layout';
import { Outbox } from '@/features/people/components/outbox';
import { outboxQuery } from '@/features/people/queries';
import { PageHeader } from '@/ui/page-header';

/** Where administrators read what the server wrote by mail, also when no mail server is set up. */
export function AdministrationMailsPage() {
  const { t } = useTranslation('people');
  const { data: mails } = useSuspenseQuery(outboxQuery());
  return (
    <PlainLayout account={<AccountMenu />}>
      <PageHeader title={t('outbox.title')} lead={t('outbox.lead')} />
      <Outbox mails={mails} />
    </PlainLayout>
  );
}
