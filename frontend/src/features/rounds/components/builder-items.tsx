import { Button, Group, Select, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import {
  type Round,
  useAddItem,
  useChangeItem,
  useOrderItems,
  useRemoveItem,
  type Version,
} from '../queries';
import { BuilderItem } from './builder-item';
import classes from './rounds.module.css';

interface BuilderItemsProps {
  studyId: string;
  round: Round;
  versions: readonly Version[];
}

/** What a draft asks about, in order, and the two ways to add to it. */
export function BuilderItems({ studyId, round, versions }: BuilderItemsProps) {
  const { t } = useTranslation('rounds');
  const add = useAddItem(studyId, round.id);
  const change = useChangeItem(studyId, round.id);
  const remove = useRemoveItem(studyId, round.id);
  const order = useOrderItems(studyId, round.id);
  const problem = add.error ?? change.error ?? remove.error ?? order.error;
  const ids = round.items.map(({ id }) => id);
  const taken = new Set(round.items.map(({ version }) => version?.id));
  const free = versions.filter(({ id }) => !taken.has(id));
  return (
    <Stack gap="md">
      {problem && <ProblemNotice error={problem} />}
      {round.items.length === 0 && <Text c="dimmed">{t('build.itemsNone')}</Text>}
      <ol className={classes.list}>
        {round.items.map((item, place) => (
          <li key={item.id}>
            <BuilderItem
              item={item}
              isFirst={place === 0}
              isLast={place === ids.length - 1}
              onMove={(by) => order.mutate(moved(ids, place, by))}
              onRemove={() => remove.mutate(item.id)}
              onChange={(body) => change.mutate({ itemId: item.id, body })}
            />
          </li>
        ))}
      </ol>
      <VersionAdder
        versions={free}
        isBusy={add.isPending}
        onAdd={(version_id) => add.mutate({ version_id })}
      />
      <StatementAdder
        isBusy={add.isPending}
        onAdd={(statement, onDone) => add.mutate({ statement }, { onSuccess: onDone })}
      />
    </Stack>
  );
}

interface VersionAdderProps {
  versions: readonly Version[];
  isBusy: boolean;
  onAdd: (versionId: string) => void;
}

function VersionAdder({ versions, isBusy, onAdd }: VersionAdderProps) {
  const { t } = useTranslation('rounds');
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <Group align="flex-end" gap="sm">
      <Select
        flex={1}
        label={t('build.addVersion')}
        placeholder={t(versions.length ? 'build.chooseVersion' : 'build.noVersions')}
        data={versions.map((version) => ({
          value: version.id,
          label: `${t('build.version', { title: version.title, number: version.number })} · ${t(
            version.is_frozen ? 'build.frozen' : 'build.draftVersion',
          )}`,
        }))}
        value={versions.some(({ id }) => id === chosen) ? chosen : null}
        onChange={setChosen}
        disabled={versions.length === 0}
        searchable
      />
      <Button
        variant="default"
        disabled={!chosen}
        loading={isBusy}
        onClick={() => {
          if (chosen) {
            onAdd(chosen);
            setChosen(null);
          }
        }}
      >
        {t('build.add')}
      </Button>
    </Group>
  );
}

interface StatementAdderProps {
  isBusy: boolean;
  onAdd: (statement: string, onDone: () => void) => void;
}

function StatementAdder({ isBusy, onAdd }: StatementAdderProps) {
  const { t } = useTranslation('rounds');
  const [statement, setStatement] = useState('');
  return (
    <Group align="flex-end" gap="sm">
      <Textarea
        flex={1}
        label={t('build.addStatement')}
        description={t('build.statementHint')}
        value={statement}
        onChange={(event) => setStatement(event.currentTarget.value)}
        maxLength={1000}
        autosize
      />
      <Button
        variant="default"
        disabled={!statement.trim()}
        loading={isBusy}
        onClick={() => onAdd(statement, () => setStatement(''))}
      >
        {t('build.add')}
      </Button>
    </Group>
  );
}

/** The ids with one of them moved by so many places. */
function moved(ids: readonly string[], place: number, by: number): string[] {
  const [id, ...others] = [ids[place], ...ids.filter((_, each) => each !== place)];
  return id === undefined
    ? [...ids]
    : ([...others.slice(0, place + by), id, ...others.slice(place + by)] as string[]);
}
