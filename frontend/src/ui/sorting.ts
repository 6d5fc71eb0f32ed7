import { useMemo, useState } from 'react';

export interface Sorting {
  key: string;
  direction: 'ascending' | 'descending';
}

interface Sortable<Row> {
  key: string;
  sortBy?: (row: Row) => string | number;
}

interface Sorted<Row> {
  sorted: readonly Row[];
  sorting: Sorting | undefined;
  /** Sorts by a column; asked again, the other way round. */
  sortBy: (key: string) => void;
}

const order = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Rows in the order that the reader chose, or as they came. */
export function useSorting<Row>(
  rows: readonly Row[],
  columns: readonly Sortable<Row>[],
): Sorted<Row> {
  const [sorting, setSorting] = useState<Sorting>();
  const sortValue = columns.find(({ key }) => key === sorting?.key)?.sortBy;
  const sorted = useMemo(() => {
    if (!sorting || !sortValue) {
      return rows;
    }
    const sign = sorting.direction === 'ascending' ? 1 : -1;
    return [...rows].sort((a, b) => sign * compare(sortValue(a), sortValue(b)));
  }, [rows, sorting, sortValue]);
  const sortBy = (key: string) =>
    setSorting((before) => ({
      key,
      direction:
        before?.key === key && before.direction === 'ascending' ? 'descending' : 'ascending',
    }));
  return { sorted, sorting, sortBy };
}

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : order.compare(`${a}`, `${b}`);
}
