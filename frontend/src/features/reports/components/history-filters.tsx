import { Group, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type HistorySearch, historySearch, SUBJECTS } from '../history-search';

interface HistoryFiltersProps {
  search: HistorySearch;
  people: readonly { id: string; name: string }[];
  onChange: (search: HistorySearch) => void;
}

/** Narrows the log by what it is about, by whom and when. */
export function HistoryFilters({ search, people, onChange }: HistoryFiltersProps) {
  const { t } = useTranslation('reports');
  const change = (part: Record<string, string>) => onChange(historySearch({ ...search, ...part }));
  return (
    <Group gap="md" align="flex-end" mb="md">
      <NativeSelect
        label={t('history.subject')}
        value={search.subject ?? ''}
        data={[
          { value: '', label: t('history.everything') },
          ...SUBJECTS.map((value) => ({ value, label: t(`history.subjects.${value}`) })),
        ]}
        onChange={(event) => change({ subject: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('history.person')}
        value={search.person ?? ''}
        data={[
          { value: '', label: t('history.everybody') },
          ...people.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) => change({ person: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('history.since')}
        value={search.since ?? ''}
        onChange={(event) => change({ since: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('history.until')}
        value={search.until ?? ''}
        onChange={(event) => change({ until: event.currentTarget.value })}
      />
    </Group>
  );
}
