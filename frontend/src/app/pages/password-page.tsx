import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { AccountMenu } from '@/app/layouts/account-menu';
import { PlainLayout } from '@/app/layouts/plain-layout';
import { PasswordForm } from '@/features/people/components/password-form';
import { meQuery } from '@/features/people/queries';
import { PageHeader } from '@/ui/page-header';

/** Where those who work on a study set a password, so that they need no link to sign in. */
export function PasswordPage() {
  const { t } = useTranslation('people');
  const { data: me } = useSuspenseQuery(meQuery());
  return (
    <PlainLayout account={<AccountMenu />}>
      <PageHeader title={t('password.title')} lead={t('password.lead')} />
      <PasswordForm hasPassword={me.has_password} />
    </PlainLayout>
  );
}
