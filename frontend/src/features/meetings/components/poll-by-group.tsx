import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { GroupMark, groupColour } from '@/ui/marks/group-mark';
import type { Poll, PollResult, StakeholderGroup } from '../queries';
import classes from './poll.module.css';
import { PollFigures } from './poll-figures';

interface PollByGroupProps {
  poll: Poll;
  result: PollResult;
  groups: readonly StakeholderGroup[];
}

type Counted = PollResult['groups'][number];

/** The groups that are large enough to be shown, drawn side by side, with a table behind them. */
export function PollByGroup({ poll, result, groups }: PollByGroupProps) {
  const { t } = useTranslation('meetings');
  const ordered = [...result.groups].sort(
    (one, other) => position(groups, one) - position(groups, other),
  );
  const shown = ordered.filter(({ counts }) => counts !== null);
  if (shown.length === 0) {
    return <p className={classes.hint}>{t('result.allHidden')}</p>;
  }
  const tallest = Math.max(...shown.flatMap(({ counts }) => counts ?? []));
  const nameOf = ({ group_id: groupId }: Counted) =>
    groups.find(({ id }) => id === groupId)?.name ?? t('result.noGroup');
  return (
    <>
      <div className={classes.groups}>
        {shown.map((counted) => {
          const place = position(groups, counted);
          return (
            <figure key={counted.group_id ?? 'none'} className={classes.group}>
              <figcaption className={classes.groupName}>
                <GroupMark
                  position={place}
                  name={t('result.of', { name: nameOf(counted), count: counted.total ?? 0 })}
                />
              </figcaption>
              <PollFigures
                poll={poll}
                figures={{ ...counted, counts: counted.counts ?? [] }}
                total={counted.total ?? 0}
                name={t('result.of', { name: nameOf(counted), count: counted.total ?? 0 })}
                colour={groupColour(place)}
                tallest={tallest}
              />
            </figure>
          );
        })}
      </div>
      {shown.length < ordered.length && <p className={classes.hint}>{t('result.hiddenWhy')}</p>}
      <details className={classes.behind}>
        <summary>{t('result.numbers')}</summary>
        <GroupTable poll={poll} groups={ordered} nameOf={nameOf} />
      </details>
    </>
  );
}

interface GroupTableProps {
  poll: Poll;
  groups: readonly Counted[];
  nameOf: (counted: Counted) => string;
}

function GroupTable({ poll, groups, nameOf }: GroupTableProps) {
  const { t } = useTranslation('meetings');
  const { scale } = poll;
  const columns = scale
    ? Array.from({ length: scale.high - scale.low + 1 }, (_, step) => String(scale.low + step))
    : poll.choices;
  return (
    <Table.ScrollContainer
      minWidth={260}
      type="native"
      tabIndex={0}
      role="region"
      aria-label={t('result.numbersOf', { prompt: poll.prompt })}
    >
      <Table verticalSpacing={4} withRowBorders={false}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('result.group')}</Table.Th>
            {columns.map((column) => (
              <Table.Th key={column} scope="col" className="numbers">
                {column}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {groups.map((counted) => (
            <Table.Tr key={counted.group_id ?? 'none'}>
              <Table.Th scope="row" fw={400}>
                {nameOf(counted)}
              </Table.Th>
              {columns.map((column, place) => (
                <Table.Td key={column} className="numbers">
                  {counted.counts ? counted.counts[place] : t('result.hidden')}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function position(groups: readonly StakeholderGroup[], { group_id: groupId }: Counted): number {
  return groups.find(({ id }) => id === groupId)?.position ?? groups.length;
}
