import { Table, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './data-table.module.css';
import { type Sorting, useSorting } from './sorting';

export interface Column<Row> {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** What to sort by; a column without it cannot be sorted. */
  sortBy?: (row: Row) => string | number;
  /** Right-aligned, in figures of one width. */
  isNumber?: boolean;
}

interface DataTableProps<Row> {
  /** Read out before the table; visible unless `isCaptionHidden`. */
  caption: string;
  isCaptionHidden?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** The smallest width before the table scrolls by itself. */
  minWidth?: number;
}

/**
 * A dense table with a header that stays in view and columns that can be sorted.
 *
 * On a phone its rows are cards. The roles keep it a table there, which `display: block` would undo.
 */
export function DataTable<Row>({ caption, columns, rows, rowKey, ...rest }: DataTableProps<Row>) {
  const { t } = useTranslation('ui');
  const { sorted, sorting, sortBy } = useSorting(rows, columns);
  return (
    <Table.ScrollContainer
      minWidth={rest.minWidth ?? 0}
      type="native"
      className={classes.scroll}
      tabIndex={0}
      role="region"
      aria-label={caption}
    >
      <Table stickyHeader className={classes.table} highlightOnHover role="table">
        <Table.Caption className={rest.isCaptionHidden ? classes.hidden : classes.caption}>
          {caption}
        </Table.Caption>
        <Table.Thead role="rowgroup">
          <Table.Tr role="row" data-sort={t('table.sort')}>
            {columns.map((column) => (
              <HeaderCell
                key={column.key}
                column={column}
                sorting={sorting}
                onSort={() => sortBy(column.key)}
              />
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody role="rowgroup">
          {sorted.map((row) => (
            <Table.Tr key={rowKey(row)} role="row">
              {columns.map(({ key, header, cell, isNumber }) => (
                <Table.Td
                  key={key}
                  role="cell"
                  data-column={header}
                  className={isNumber ? 'numbers' : undefined}
                >
                  {cell(row)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

interface HeaderCellProps<Row> {
  column: Column<Row>;
  sorting: Sorting | undefined;
  onSort: () => void;
}

function HeaderCell<Row>({ column, sorting, onSort }: HeaderCellProps<Row>) {
  const { t } = useTranslation('ui');
  const direction = sorting?.key === column.key ? sorting.direction : undefined;
  const alignment = column.isNumber ? 'numbers' : undefined;
  if (!column.sortBy) {
    return (
      <Table.Th scope="col" role="columnheader" className={alignment}>
        {column.header}
      </Table.Th>
    );
  }
  const Icon = { ascending: IconArrowUp, descending: IconArrowDown, none: IconArrowsSort }[
    direction ?? 'none'
  ];
  return (
    <Table.Th scope="col" role="columnheader" className={alignment} aria-sort={direction ?? 'none'}>
      <UnstyledButton className={classes.sort} onClick={onSort}>
        <VisuallyHidden>{`${t('table.sort')} `}</VisuallyHidden>
        {column.header}
        <Icon size={14} aria-hidden className={direction ? undefined : classes.idle} />
      </UnstyledButton>
    </Table.Th>
  );
}
