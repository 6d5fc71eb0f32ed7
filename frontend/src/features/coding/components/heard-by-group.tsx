import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '@/ui/data-table';
import { GroupMark, groupColour } from '@/ui/marks/group-mark';
import type { GroupCount } from '../queries';
import classes from './excerpts.module.css';

export interface GroupNamed {
  id: string;
  name: string;
  position: number;
}

interface HeardRow extends GroupCount {
  key: string;
  name: string;
  /** Nothing where it is not known who spoke. */
  position: number | undefined;
}

const STANCES = ['supports', 'challenges', 'refines', 'extends'] as const;

/** Which groups are heard in the excerpts: a bar each, and the numbers behind. */
export function HeardByGroup({ counts, groups, total }: HeardByGroupProps) {
  const { t } = useTranslation('coding');
  const { t: tUi } = useTranslation('ui');
  const rows = heardRows(counts, groups, t('heard.unknown'));
  const most = Math.max(1, ...rows.map(({ excerpts }) => excerpts));
  const title = titleOf(rows, most);
  const name = (row: HeardRow) =>
    row.position === undefined ? row.name : <GroupMark name={row.name} position={row.position} />;
  return (
    <figure className={classes.heard}>
      <figcaption>
        {title
          ? t('heard.title', { name: title, count: most, total })
          : t('heard.equal', { total })}
      </figcaption>
      <div className={classes.bars} aria-hidden>
        {rows.map((row) => (
          <Fragment key={row.key}>
            <span>{name(row)}</span>
            <span
              className={classes.bar}
              style={{
                width: `${(row.excerpts / most) * 100}%`,
                background:
                  row.position === undefined ? 'var(--line-strong)' : groupColour(row.position),
              }}
            />
            <span className={classes.number}>{row.excerpts}</span>
          </Fragment>
        ))}
      </div>
      <details className={classes.details}>
        <summary>{t('heard.numbers')}</summary>
        <DataTable
          caption={t('heard.equal', { total })}
          isCaptionHidden
          rows={rows}
          rowKey={(row) => row.key}
          columns={[
            { key: 'group', header: t('heard.group'), cell: name },
            ...(['excerpts', 'people'] as const).map((key) => ({
              key,
              header: t(`heard.${key}`),
              cell: (row: HeardRow) => row[key],
              sortBy: (row: HeardRow) => row[key],
              isNumber: true,
            })),
            ...STANCES.map((key) => ({
              key,
              header: tUi(`stance.${key}`),
              cell: (row: HeardRow) => row[key],
              sortBy: (row: HeardRow) => row[key],
              isNumber: true,
            })),
          ]}
        />
      </details>
    </figure>
  );
}

interface HeardByGroupProps {
  counts: readonly GroupCount[];
  groups: readonly GroupNamed[];
  total: number;
}

const SILENT = { excerpts: 0, people: 0, supports: 0, challenges: 0, refines: 0, extends: 0 };

/** Every group in its order, also those that are not heard: that is what one should see. */
function heardRows(
  counts: readonly GroupCount[],
  groups: readonly GroupNamed[],
  unknown: string,
): HeardRow[] {
  const byGroup = new Map(counts.map((count) => [count.group_id, count]));
  const known = groups.map(({ id, name, position }) => ({
    ...SILENT,
    ...byGroup.get(id),
    group_id: id,
    key: id,
    name,
    position,
  }));
  const nobody = byGroup.get(null);
  return nobody
    ? [...known, { ...nobody, key: 'unknown', name: unknown, position: undefined }]
    : known;
}

/** The name of the one group that is heard most, if it is one. */
function titleOf(rows: readonly HeardRow[], most: number): string | undefined {
  const first = rows.filter(({ excerpts }) => excerpts === most);
  return first.length === 1 && first[0]?.position !== undefined ? first[0].name : undefined;
}
