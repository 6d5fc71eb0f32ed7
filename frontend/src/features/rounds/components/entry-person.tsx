import { Radio, Select, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EntryMeans } from '../entry-queries';
import type { ResultGroup } from './round-results';

const MEANS = ['paper', 'telephone', 'in person'] as const satisfies readonly EntryMeans[];

interface AskedPerson {
  id: string;
  name: string;
  groupId: string | null;
}

interface EntryPersonProps {
  people: readonly AskedPerson[];
  groups: readonly ResultGroup[];
  personId: string | undefined;
  how: EntryMeans | undefined;
  givenOn: string;
  /** The first day on which somebody can have answered. */
  from: string | undefined;
  onPerson: (id: string | undefined) => void;
  onHow: (how: EntryMeans) => void;
  onGivenOn: (day: string) => void;
}

/** For whom answers are entered, and how they gave them. */
export function EntryPerson({ people, groups, personId, how, givenOn, ...rest }: EntryPersonProps) {
  const { t } = useTranslation('rounds');
  return (
    <Stack gap="md" maw={520}>
      <Select
        label={t('entries.who')}
        description={t('entries.whoHint')}
        data={groups.map(({ id, name }) => ({
          group: name,
          items: people
            .filter(({ groupId }) => groupId === id)
            .map((person) => ({ value: person.id, label: person.name })),
        }))}
        value={personId ?? null}
        onChange={(chosen) => rest.onPerson(chosen ?? undefined)}
        searchable
        clearable
        nothingFoundMessage={t('entries.nobody')}
      />
      <Radio.Group
        label={t('entries.how')}
        value={how ?? ''}
        onChange={(chosen) => rest.onHow(chosen as EntryMeans)}
      >
        <Stack gap="xs" mt="xs">
          {MEANS.map((means) => (
            <Radio key={means} value={means} label={t(`entries.means.${means}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <TextInput
        type="date"
        maw={240}
        label={t('entries.givenOn')}
        description={t('entries.givenOnHint')}
        min={rest.from}
        max={new Date().toLocaleDateString('sv')}
        value={givenOn}
        onChange={({ currentTarget }) => rest.onGivenOn(currentTarget.value)}
      />
    </Stack>
  );
}
