import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { GroupMark } from '@/ui/marks/group-mark';
import type { Overview } from '../queries';
import classes from './overview.module.css';

interface RecruitmentTableProps {
  recruitment: Overview['recruitment'];
  groups: readonly { id: string; name: string; position: number }[];
}

const COUNTS = ['invited', 'active', 'declined', 'silent'] as const;

/** Who was invited, takes part, declined and has not answered, by group. */
export function RecruitmentTable({ recruitment, groups }: RecruitmentTableProps) {
  const { t } = useTranslation('reports');
  if (recruitment.length === 0) {
    return <p className={classes.quiet}>{t('recruitment.noGroups')}</p>;
  }
  return (
    <Table.ScrollContainer
      minWidth={360}
      type="native"
      tabIndex={0}
      role="region"
      aria-label={t('recruitment.title')}
    >
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('recruitment.group')}</Table.Th>
            {COUNTS.map((count) => (
              <Table.Th key={count} scope="col" className="numbers">
                {t(`recruitment.${count}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {recruitment.map((row) => {
            const group = groups.find(({ id }) => id === row.group_id);
            return (
              <Table.Tr key={row.group_id ?? 'none'}>
                <Table.Th scope="row">
                  {group ? (
                    <GroupMark position={group.position} name={group.name} />
                  ) : (
                    t('recruitment.noGroup')
                  )}
                </Table.Th>
                {COUNTS.map((count) => (
                  <Table.Td key={count} className="numbers">
                    {row[count]}
                  </Table.Td>
                ))}
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
