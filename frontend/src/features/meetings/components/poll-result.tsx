import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { GroupMark } from '@/ui/marks/group-mark';
import type { Poll, StakeholderGroup } from '../queries';
import classes from './session.module.css';

interface PollResultProps {
  poll: Poll;
  groups: readonly StakeholderGroup[];
}

/** What came of a poll: a bar for each choice, then the groups that are large enough to be shown. */
export function PollResult({ poll, groups }: PollResultProps) {
  const { t } = useTranslation('meetings');
  const { result } = poll;
  if (!result) {
    return null;
  }
  return (
    <figure className={classes.result}>
      <figcaption className={classes.prompt}>{poll.prompt}</figcaption>
      {result.total === 0 ? (
        <p>{t('result.nobody')}</p>
      ) : (
        <>
          <ul className={classes.bars}>
            {poll.choices.map((choice, index) => (
              <Bar
                key={choice}
                choice={choice}
                count={result.counts[index] ?? 0}
                total={result.total}
              />
            ))}
          </ul>
          <p className={classes.quiet}>{t('result.total', { count: result.total })}</p>
          <ByGroup poll={poll} groups={groups} />
        </>
      )}
    </figure>
  );
}

function Bar({ choice, count, total }: { choice: string; count: number; total: number }) {
  const { t } = useTranslation('meetings');
  return (
    <li className={classes.bar} aria-label={t('result.share', { choice, count, total })}>
      <span aria-hidden className={classes.barLabel}>
        {choice}
      </span>
      <span aria-hidden className="numbers">
        {count}
      </span>
      <svg
        aria-hidden="true"
        className={classes.barLine}
        viewBox="0 0 100 1"
        preserveAspectRatio="none"
      >
        <rect width="100" height="1" fill="var(--surface-sunken)" />
        <rect width={(100 * count) / total} height="1" fill="var(--accent)" />
      </svg>
    </li>
  );
}

function ByGroup({ poll, groups }: PollResultProps) {
  const { t } = useTranslation('meetings');
  const byGroup = poll.result?.groups ?? [];
  const ordered = [...byGroup].sort(
    (one, other) => position(groups, one) - position(groups, other),
  );
  const isAnyHidden = byGroup.some(({ counts }) => counts === null);
  if (byGroup.every(({ counts }) => counts === null)) {
    return <p className={classes.quiet}>{t('result.allHidden')}</p>;
  }
  return (
    <>
      <Table.ScrollContainer
        minWidth={260}
        type="native"
        tabIndex={0}
        role="region"
        aria-label={poll.prompt}
      >
        <Table verticalSpacing={4} withRowBorders={false}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('result.group')}</Table.Th>
              {poll.choices.map((choice) => (
                <Table.Th key={choice} scope="col" className="numbers">
                  {choice}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {ordered.map((counted) => {
              const group = groups.find(({ id }) => id === counted.group_id);
              return (
                <Table.Tr key={counted.group_id ?? 'none'}>
                  <Table.Th scope="row" fw={400}>
                    {group ? (
                      <GroupMark position={group.position} name={group.name} />
                    ) : (
                      t('result.noGroup')
                    )}
                  </Table.Th>
                  {poll.choices.map((choice, index) => (
                    <Table.Td key={choice} className="numbers">
                      {counted.counts ? counted.counts[index] : t('result.hidden')}
                    </Table.Td>
                  ))}
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {isAnyHidden && <p className={classes.quiet}>{t('result.hiddenWhy')}</p>}
    </>
  );
}

function position(
  groups: readonly StakeholderGroup[],
  { group_id: groupId }: { group_id: string | null },
): number {
  return groups.find(({ id }) => id === groupId)?.position ?? groups.length;
}
