import { ActionIcon, Menu, Text } from '@mantine/core';
import { IconBooks, IconDevices, IconKey, IconMail, IconUserCircle } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/errors';
import { meQuery, useSignOutElsewhere } from '@/features/people/queries';
import { SignOutItem, UnsentAnswers, useSigningOut } from './signing-out';

/** Who is signed in, and the way out. */
export function AccountMenu() {
  const { t } = useTranslation('app');
  const { data: me } = useSuspenseQuery(meQuery());
  const signingOut = useSigningOut();
  const elsewhere = useSignOutElsewhere();
  return (
    <>
      <UnsentAnswers signingOut={signingOut} />
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('account', { name: me.name })}
          >
            <IconUserCircle size={22} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{me.name}</Menu.Label>
          {(me.memberships.length > 1 || me.is_staff) && (
            <Menu.Item
              component={Link}
              to="/home"
              leftSection={<IconBooks size={16} aria-hidden />}
            >
              {t('home.title')}
            </Menu.Item>
          )}
          {me.may_have_password && (
            <Menu.Item
              component={Link}
              to="/account/password"
              leftSection={<IconKey size={16} aria-hidden />}
            >
              {t('password')}
            </Menu.Item>
          )}
          {me.is_administrator && (
            <Menu.Item
              component={Link}
              to="/administration/mails"
              leftSection={<IconMail size={16} aria-hidden />}
            >
              {t('mails')}
            </Menu.Item>
          )}
          <Menu.Item
            closeMenuOnClick={false}
            disabled={elsewhere.isSuccess}
            leftSection={<IconDevices size={16} aria-hidden />}
            onClick={() => elsewhere.mutate()}
          >
            <span role="status">
              {t(elsewhere.isSuccess ? 'signedOutElsewhere' : 'signOutElsewhere')}
            </span>
            {elsewhere.error && <Text size="sm">{asProblem(elsewhere.error).message}</Text>}
          </Menu.Item>
          <SignOutItem signingOut={signingOut} />
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
