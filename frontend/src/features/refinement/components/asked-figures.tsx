import { Table, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Histogram } from '@/ui/histogram';
import type { Asked } from '../queries';
import classes from './proposals.module.css';

interface AskedFiguresProps {
  asked: readonly Asked[];
  groupName: (groupId: string) => ReactNode;
}

/** What closed rounds found on a version: ratings and votes, over all and by group. */
export function AskedFigures({ asked, groupName }: AskedFiguresProps) {
  const { t } = useTranslation('refinement');
  if (asked.length === 0) {
    return <p className={classes.quiet}>{t('trace.notAsked')}</p>;
  }
  return (
    <ul className={classes.plain}>
      {asked.map((one) => (
        <li key={one.result.question.id} className={classes.card}>
          <Title order={3} size="h4">
            {one.round_title}
            {one.is_earlier && <span className={classes.quiet}> {t('trace.earlier')}</span>}
          </Title>
          <p className={classes.quiet}>{one.result.question.prompt}</p>
          {one.result.kind === 'rating' && (
            <Histogram
              title={t('trace.rated', { title: one.round_title, count: one.result.whole.rated })}
              bins={one.result.whole.counts.map(({ point, count }) => ({ value: point, count }))}
              median={one.result.whole.median}
            />
          )}
          <GroupTable asked={one} groupName={groupName} />
        </li>
      ))}
    </ul>
  );
}

function GroupTable({
  asked,
  groupName,
}: {
  asked: Asked;
  groupName: AskedFiguresProps['groupName'];
}) {
  const { t } = useTranslation('refinement');
  const { result } = asked;
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('trace.group')}</Table.Th>
          <Table.Th scope="col">
            {t(result.kind === 'rating' ? 'trace.median' : 'trace.answers')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        <Table.Tr>
          <Table.Th scope="row">{t('trace.everybody')}</Table.Th>
          <Table.Td>
            {result.kind === 'rating'
              ? (result.whole.median ?? '–')
              : t('trace.votes', { ...result.whole })}
          </Table.Td>
        </Table.Tr>
        {result.kind === 'rating' &&
          result.groups.map(({ group_id, figures }) => (
            <Table.Tr key={group_id}>
              <Table.Th scope="row">{groupName(group_id)}</Table.Th>
              <Table.Td>{figures ? (figures.median ?? '–') : t('trace.hidden')}</Table.Td>
            </Table.Tr>
          ))}
        {result.kind === 'vote' &&
          result.groups.map(({ group_id, figures }) => (
            <Table.Tr key={group_id}>
              <Table.Th scope="row">{groupName(group_id)}</Table.Th>
              <Table.Td>{figures ? t('trace.votes', { ...figures }) : t('trace.hidden')}</Table.Td>
            </Table.Tr>
          ))}
      </Table.Tbody>
    </Table>
  );
}
