import { Button, Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AccountMenu } from '@/app/layouts/account-menu';
import { PlainLayout } from '@/app/layouts/plain-layout';
import { isTeam } from '@/app/membership';
import { type Membership, meQuery } from '@/features/people/queries';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';
import classes from './pages.module.css';

/** Every study that the person works on or takes part in. */
export function HomePage() {
  const { t } = useTranslation('app');
  const { data: me } = useSuspenseQuery(meQuery());
  return (
    <PlainLayout account={<AccountMenu />}>
      <PageHeader
        title={t('home.title')}
        lead={t(me.is_staff ? 'home.leadStaff' : 'home.lead')}
        actions={
          me.is_staff && (
            <Button component={Link} to="/studies/new">
              {t('home.create')}
            </Button>
          )
        }
      />
      {me.memberships.length === 0 ? (
        <EmptyState title={t('home.none')}>
          {t(me.is_staff ? 'home.noneStaff' : 'home.noneHow')}
        </EmptyState>
      ) : (
        <ul className={classes.list}>
          {me.memberships.map((membership) => (
            <li key={membership.member_id}>
              <StudyLink membership={membership} />
            </li>
          ))}
        </ul>
      )}
    </PlainLayout>
  );
}

function StudyLink({ membership }: { membership: Membership }) {
  const { t } = useTranslation('app');
  const roles = membership.roles.map((role) =>
    t(`home.roles.${role as 'lead'}`, { defaultValue: role }),
  );
  return (
    <Link
      to={isTeam(membership) ? '/studies/$studyId' : '/panel/$studyId'}
      params={{ studyId: membership.study_id }}
      className={classes.choice}
    >
      <Text span fw={650} display="block">
        {membership.study_title}
      </Text>
      <Text span c="dimmed" size="sm">
        {roles.join(', ')}
      </Text>
    </Link>
  );
}
