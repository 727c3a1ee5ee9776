import { useState, type KeyboardEvent } from 'react';
import { useT } from '../i18n/useT.js';
import styles from './DataTable.module.css';
import { moveFocus } from './row-keys.js';

export interface Column<Row> {
  id: string;
  /** Key of the catalogue. */
  titleKey: string;
  cell: (row: Row) => React.ReactNode;
  /** What it is sorted by; a column without it can't be sorted. */
  sortBy?: (row: Row) => string | number;
  align?: 'end';
}

interface Props<Row> {
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** What the table is, read aloud. */
  label: string;
  selected?: string;
  /** Makes rows open by click, Enter; j and k or the arrows move. */
  onOpen?: (row: Row) => void;
}

interface Sort { column: string; down: boolean }

/** Rows of 40 px; sorted by its heads, walked by keyboard. */
export function DataTable<Row>({ columns, rows, rowKey, label, selected, onOpen }: Props<Row>) {
  const [sort, setSort] = useState<Sort | null>(null);
  const sorted = sortRows(rows, columns, sort);
  const onKey = (event: KeyboardEvent<HTMLTableRowElement>, row: Row) => {
    if (event.target !== event.currentTarget) return;
    if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); onOpen?.(row); }
    else moveFocus(event);
  };
  return (
    <div className={styles.scroll} tabIndex={onOpen ? undefined : 0} role="group" aria-label={label}>
      <table className={styles.table} aria-label={label}>
        <thead><tr>{columns.map((column) => <Head key={column.id} column={column} sort={sort} onSort={setSort} />)}</tr></thead>
        <tbody>
          {sorted.map((row) => (
            <tr key={rowKey(row)} className={styles.row} tabIndex={onOpen ? 0 : undefined} aria-selected={onOpen && selected !== undefined ? rowKey(row) === selected : undefined}
              onClick={onOpen && (() => onOpen(row))} onKeyDown={onOpen && ((event) => onKey(event, row))}>
              {columns.map((column) => <td key={column.id} className={column.align === 'end' ? styles.end : undefined}>{column.cell(row)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Head<Row>({ column, sort, onSort }: { column: Column<Row>; sort: Sort | null; onSort: (sort: Sort) => void }) {
  const t = useT();
  const title = t(column.titleKey);
  const mine = sort?.column === column.id;
  const className = column.align === 'end' ? styles.end : undefined;
  if (!column.sortBy) return <th scope="col" className={className}>{title}</th>;
  return (
    <th scope="col" className={className} aria-sort={mine ? (sort.down ? 'descending' : 'ascending') : 'none'}>
      <button type="button" className={styles.sort} onClick={() => onSort({ column: column.id, down: mine ? !sort.down : false })}>
        {title}<span className={styles.mark} aria-hidden="true">{mine ? (sort.down ? '▼' : '▲') : ''}</span>
      </button>
    </th>
  );
}

function sortRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[], sort: Sort | null): readonly Row[] {
  const by = columns.find((column) => column.id === sort?.column)?.sortBy;
  if (!by || !sort) return rows;
  const order = (a: Row, b: Row) => {
    const [x, y] = [by(a), by(b)];
    return typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y));
  };
  return [...rows].sort((a, b) => (sort.down ? order(b, a) : order(a, b)));
}
