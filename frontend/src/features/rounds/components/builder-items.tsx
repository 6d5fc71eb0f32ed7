import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import {
  type Round,
  useAddItem,
  useApplyTemplate,
  useChangeItem,
  useOrderItems,
  useRemoveItem,
  type Version,
} from '../queries';
import { BuilderItem } from './builder-item';
import { BuilderPartAdder } from './builder-part-adder';
import { BuilderTemplates } from './builder-templates';
import { BuilderWordsAdder } from './builder-words-adder';
import classes from './rounds.module.css';

interface BuilderItemsProps {
  studyId: string;
  round: Round;
  versions: readonly Version[];
}

/** What a draft asks about, in order, and the ways to add to it. */
export function BuilderItems({ studyId, round, versions }: BuilderItemsProps) {
  const { t } = useTranslation('rounds');
  const add = useAddItem(studyId, round.id);
  const change = useChangeItem(studyId, round.id);
  const remove = useRemoveItem(studyId, round.id);
  const order = useOrderItems(studyId, round.id);
  const apply = useApplyTemplate(studyId, round.id);
  const problem = add.error ?? change.error ?? remove.error ?? order.error ?? apply.error;
  const ids = round.items.map(({ id }) => id);
  return (
    <Stack gap="md">
      {problem && <ProblemNotice error={problem} />}
      {round.items.length === 0 && <Text c="dimmed">{t('build.itemsNone')}</Text>}
      <ol className={classes.list}>
        {round.items.map((item, place) => (
          <li key={item.id}>
            <BuilderItem
              studyId={studyId}
              item={item}
              isFirst={place === 0}
              isLast={place === ids.length - 1}
              onMove={(by) => order.mutate(moved(ids, place, by))}
              onRemove={() => remove.mutate(item.id)}
              onChange={(body) => change.mutate({ itemId: item.id, body })}
              onApply={(template_id) => apply.mutate({ template_id, item_ids: [item.id] })}
            />
          </li>
        ))}
      </ol>
      {round.items.length > 0 && (
        <BuilderTemplates
          studyId={studyId}
          isBusy={apply.isPending}
          onApply={(template_id) => apply.mutate({ template_id })}
        />
      )}
      <BuilderPartAdder
        versions={versions}
        isBusy={add.isPending}
        onAdd={(body, onDone) => add.mutate(body, { onSuccess: onDone })}
      />
      <BuilderWordsAdder
        studyId={studyId}
        isBusy={add.isPending}
        onAdd={(body, onDone) => add.mutate(body, { onSuccess: onDone })}
      />
    </Stack>
  );
}

/** The ids with one of them moved by so many places. */
function moved(ids: readonly string[], place: number, by: number): string[] {
  const [id, ...others] = [ids[place], ...ids.filter((_, each) => each !== place)];
  return id === undefined
    ? [...ids]
    : ([...others.slice(0, place + by), id, ...others.slice(place + by)] as string[]);
}
