import { Button, Group, Menu, Text } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { forgetThisDevice } from '@/app/offline';
import { useSignOut } from '@/features/people/queries';
import { countKeptAnswers } from '@/lib/kept-answers';
import { Dialog } from '@/ui/dialog';

/** Signs out; answers that have not reached the server are never dropped without being asked. */
export function useSigningOut() {
  const [unsent, setUnsent] = useState(0);
  const navigate = useNavigate();
  const signOut = useSignOut();
  const leave = () =>
    signOut.mutate(undefined, {
      onSuccess: async () => {
        await forgetThisDevice().catch(() => undefined);
        await navigate({ to: '/sign-in' });
      },
    });
  const ask = async () => {
    // a browser that forbids storage has kept nothing
    const waiting = await countKeptAnswers().catch(() => 0);
    if (waiting > 0) {
      setUnsent(waiting);
    } else {
      leave();
    }
  };
  return { unsent, ask, leave, stay: () => setUnsent(0), isLeaving: signOut.isPending };
}

type SigningOut = ReturnType<typeof useSigningOut>;

/** The entry of the account's menu. */
export function SignOutItem({ signingOut }: { signingOut: SigningOut }) {
  const { t } = useTranslation('app');
  return (
    <Menu.Item
      leftSection={<IconLogout size={16} aria-hidden />}
      onClick={() => void signingOut.ask()}
    >
      {t('signOut')}
    </Menu.Item>
  );
}

/** What is said when answers would be lost. */
export function UnsentAnswers({ signingOut }: { signingOut: SigningOut }) {
  const { t } = useTranslation('app');
  const { unsent, stay, leave, isLeaving } = signingOut;
  return (
    <Dialog title={t('unsent.title', { count: unsent })} isOpen={unsent > 0} onClose={stay}>
      <Text mb="md">{t('unsent.words')}</Text>
      <Group>
        <Button onClick={stay}>{t('unsent.stay')}</Button>
        <Button variant="default" loading={isLeaving} onClick={leave}>
          {t('unsent.leave')}
        </Button>
      </Group>
    </Dialog>
  );
}
