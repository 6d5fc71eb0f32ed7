import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainLayout } from '@/app/layouts/plain-layout';
import { LinkWelcome } from '@/features/people/components/link-welcome';
import { takeFragment } from '@/lib/fragment';
import { localPath } from '@/lib/local-path';
import { usePageTitle } from '@/ui/page-title';

/** Where the link in an e-mail opens: it signs the person in and takes them where it points. */
export function WelcomePage() {
  const { t } = useTranslation('people');
  const router = useRouter();
  const [token] = useState(() => takeFragment().get('t'));
  usePageTitle(t('welcome.title'));
  return (
    <PlainLayout>
      <LinkWelcome
        token={token}
        onLanded={(landing) => router.history.replace(localPath(landing))}
      />
    </PlainLayout>
  );
}
