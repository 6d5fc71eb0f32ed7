import { Anchor, Text } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { membersQuery } from '@/features/people/queries';
import { EntryPerson } from '@/features/rounds/components/entry-person';
import { EntrySheet } from '@/features/rounds/components/entry-sheet';
import { type EntryMeans, entriesQuery } from '@/features/rounds/entry-queries';
import { type Round, roundQuery } from '@/features/rounds/queries';
import { studyQuery } from '@/features/studies/queries';
import { Loading } from '@/ui/loading';
import { PageHeader } from '@/ui/page-header';
import { ProblemNotice } from '@/ui/problem-notice';

const route = getRouteApi('/signed-in/studies/$studyId/rounds/$roundId/entries');

/** Where the team enters what somebody answered on paper, by telephone or in person. */
export function RoundEntriesPage() {
  const { t } = useTranslation('rounds');
  const { studyId, roundId } = route.useParams();
  const { data: round } = useSuspenseQuery(roundQuery(studyId, roundId));
  const takesEntries = round.state === 'open' && round.anonymity !== 'unlinkable';
  return (
    <>
      <PageHeader
        title={t('entries.title')}
        lead={
          <Anchor component={Link} to={`/studies/${studyId}/rounds/${roundId}`}>
            {t('entries.back', { title: round.title })}
          </Anchor>
        }
      />
      {takesEntries ? (
        <Entering studyId={studyId} round={round} />
      ) : (
        <Text maw="68ch">
          {t(round.anonymity === 'unlinkable' ? 'entries.unlinkable' : 'entries.notOpen')}
        </Text>
      )}
    </>
  );
}

function Entering({ studyId, round }: { studyId: string; round: Round }) {
  const { t } = useTranslation('rounds');
  const { person } = route.useSearch();
  const navigate = route.useNavigate();
  const { data: study } = useSuspenseQuery(studyQuery(studyId));
  const { data: members } = useSuspenseQuery(membersQuery(studyId));
  const [how, setHow] = useState<EntryMeans>();
  const [givenOn, setGivenOn] = useState('');
  const sheet = useQuery({
    ...entriesQuery(studyId, round.id, person ?? ''),
    enabled: person !== undefined,
  });
  const asked = members.filter(
    ({ roles, state, group_id }) =>
      roles.includes('panel') && state === 'active' && round.group_ids.includes(group_id ?? ''),
  );
  return (
    <>
      <Text maw="68ch" mb="md">
        {t('entries.lead')}
      </Text>
      <EntryPerson
        people={asked.map(({ id, display_name, group_id }) => ({
          id,
          name: display_name,
          groupId: group_id,
        }))}
        groups={study.groups.filter(({ id }) => round.group_ids.includes(id))}
        personId={person}
        how={how}
        givenOn={givenOn}
        from={round.opened_at?.slice(0, 10)}
        onPerson={(id) => {
          // the day is another person's own
          setGivenOn('');
          void navigate({ search: id ? { person: id } : {}, replace: true });
        }}
        onHow={setHow}
        onGivenOn={setGivenOn}
      />
      {sheet.error && <ProblemNotice error={sheet.error} />}
      {person && sheet.isPending && <Loading />}
      {sheet.data && !how && <p>{t('entries.howFirst')}</p>}
      {sheet.data && how && (
        <EntrySheet
          // one sheet a person: nothing given for one is shown for another
          key={`${sheet.data.member_id}/${how}`}
          studyId={studyId}
          round={round}
          sheet={sheet.data}
          how={how}
          givenOn={givenOn || undefined}
        />
      )}
    </>
  );
}
