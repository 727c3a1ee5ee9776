import { Button, CloseButton } from '@mantine/core';
import type { ComponentType } from 'react';
import { useT } from '../../i18n/useT.js';
import { isShown, rowsOf, type Answers } from './definition.js';
import type { FieldProps } from './field-props.js';
import styles from './Form.module.css';
import { inputId } from './words.js';

/** A list of rows, each with the same fields. `cell` draws one field: given from outside, because a field may itself be rows. */
export function RowsField({ form, words, field, path, answer, onChange, cell: Cell }: FieldProps & { cell: ComponentType<FieldProps> }) {
  const t = useT();
  const rows = rowsOf(answer);
  const put = (next: readonly Answers[]) => onChange(next.length === 0 ? undefined : { state: 'given', value: next });
  const setCell = (row: number, id: string, value: FieldProps['answer']) => put(rows.map((cells, i) => {
    if (i !== row) return cells;
    const rest = Object.fromEntries(Object.entries(cells).filter(([key]) => key !== id));
    return value === undefined ? rest : { ...rest, [id]: value };
  }));
  return (
    <div className={styles.rows}>
      {rows.map((cells, i) => (
        // The place is the identity of a row: rows have no id of their own.
        <div key={i} className={styles.row} role="group" aria-label={t('common.rowNumber', { number: i + 1 })}>
          <div className={styles.rowFields}>
            {(field.rows ?? []).filter((sub) => isShown(sub, cells)).map((sub) => (
              <Cell key={sub.id} form={form} words={words} field={sub} parent={field} path={`${path}.${i}.${sub.id}`} answer={cells[sub.id]} onChange={(value) => setCell(i, sub.id, value)} />
            ))}
          </div>
          <CloseButton aria-label={t('common.removeRow', { number: i + 1 })} onClick={() => put(rows.filter((_, other) => other !== i))} />
        </div>
      ))}
      <div><Button id={rows.length === 0 ? inputId(form.definition.id, path) : undefined} size="compact-sm" variant="default" onClick={() => put([...rows, {}])}>{t('common.addRow')}</Button></div>
    </div>
  );
}
