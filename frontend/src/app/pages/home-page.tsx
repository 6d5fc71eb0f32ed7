import { Button, Text } from '@mantine/core';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AccountMenu } from '@/app/layouts/account-menu';
import { PlainLayout } from '@/app/layouts/plain-layout';
import { isTeam } from '@/app/membership';
import { type Membership, meQuery, peopleKeys } from '@/features/people/queries';
import { InvitationAnswer } from '@/features/studies/components/invitation-answer';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';
import classes from './pages.module.css';

/** Every study that the person works on or takes part in. */
export function HomePage() {
  const { t } = useTranslation('app');
  const { data: me } = useSuspenseQuery(meQuery());
  const queries = useQueryClient();
  const navigate = useNavigate();
  // kept while the page is open, so that a no can be taken back
  const [invited] = useState(() => me.memberships.filter(({ state }) => state === 'invited'));
  const joined = me.memberships.filter(({ state }) => state !== 'invited');
  const readAnew = () => queries.invalidateQueries({ queryKey: peopleKeys.me() });
  const enter = async (studyId: string) => {
    await readAnew();
    await navigate({ to: '/studies/$studyId', params: { studyId } });
  };
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
      {invited.map((membership) => (
        <InvitationAnswer
          key={membership.member_id}
          studyId={membership.study_id}
          title={membership.study_title}
          question={membership.study_question}
          onTakesPart={() => void enter(membership.study_id)}
          onTurnedDown={() => void readAnew()}
        />
      ))}
      {joined.length + invited.length === 0 ? (
        <EmptyState title={t('home.none')}>
          {t(me.is_staff ? 'home.noneStaff' : 'home.noneHow')}
        </EmptyState>
      ) : (
        <ul className={classes.list}>
          {joined.map((membership) => (
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
