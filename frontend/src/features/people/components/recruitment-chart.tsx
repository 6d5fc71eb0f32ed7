import { useTranslation } from 'react-i18next';
import { DataTable } from '@/ui/data-table';
import { GroupMark } from '@/ui/marks/group-mark';
import type { Group, Recruitment } from '../queries';
import classes from './people.module.css';
import { RecruitmentBar, RecruitmentKey } from './recruitment-bar';

interface RecruitmentChartProps {
  rows: readonly Recruitment[];
  groups: readonly Group[];
}

/** One bar a group on one scale: who takes part, who has not answered, who said no; numbers behind. */
export function RecruitmentChart({ rows, groups }: RecruitmentChartProps) {
  const { t } = useTranslation('people');
  const total = (key: 'invited' | 'active') => rows.reduce((sum, row) => sum + row[key], 0);
  const longest = Math.max(1, ...rows.map(({ invited }) => invited));
  const finding = total('invited')
    ? t('recruitment.finding', { active: total('active'), invited: total('invited') })
    : t('recruitment.nobody');
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.finding}>{finding}</figcaption>
      <RecruitmentKey />
      <ul className={classes.rows}>
        {rows.map((row) => (
          <li key={row.group_id ?? ''} className={classes.row}>
            <GroupName id={row.group_id} groups={groups} />
            <RecruitmentBar row={row} longest={longest} />
            <RowInWords row={row} />
          </li>
        ))}
      </ul>
      <details className={classes.table}>
        <summary>{t('recruitment.numbers')}</summary>
        <DataTable
          caption={finding}
          isCaptionHidden
          rows={rows}
          rowKey={(row) => row.group_id ?? ''}
          columns={[
            {
              key: 'group',
              header: t('recruitment.group'),
              cell: (row) => <GroupName id={row.group_id} groups={groups} />,
            },
            ...(['invited', 'active', 'silent', 'declined'] as const).map((key) => ({
              key,
              header: t(`recruitment.${key}`),
              cell: (row: Recruitment) => row[key],
              sortBy: (row: Recruitment) => row[key],
              isNumber: true,
            })),
          ]}
        />
      </details>
    </figure>
  );
}

function RowInWords({ row }: { row: Recruitment }) {
  const { t } = useTranslation('people');
  if (row.invited === 0) {
    return <span className={classes.numbersOf}>{t('recruitment.none')}</span>;
  }
  return (
    <span className={classes.numbersOf}>
      <b>{t('recruitment.row', { active: row.active, invited: row.invited })}</b>
      {row.silent > 0 && ` · ${t('recruitment.silentOf', { count: row.silent })}`}
      {row.declined > 0 && ` · ${t('recruitment.declinedOf', { count: row.declined })}`}
    </span>
  );
}

/** A group by its shape and name, or the words for none. */
export function GroupName({ id, groups }: { id: string | null; groups: readonly Group[] }) {
  const { t } = useTranslation('people');
  const group = groups.find((one) => one.id === id);
  return group ? <GroupMark name={group.name} position={group.position} /> : t('noGroup');
}
