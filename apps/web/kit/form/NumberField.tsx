import { Button, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useLanguage, useT } from '../../i18n/useT.js';
import type { FormField } from './definition.js';
import styles from './Form.module.css';
import { readNumber, sayNumber } from './numbers.js';
import type { FieldIssue } from './validate.js';
import type { FormWords } from './words.js';
import { numberLocale } from '../intl.js';

interface Props {
  id: string;
  path: string;
  field: FormField;
  value: number | undefined;
  invalid: boolean;
  describedBy: string | undefined;
  words: FormWords;
  onChange: (value: number | undefined) => void;
  onHold: (issue: FieldIssue | null) => void;
}

/** A number with its unit: read by the screen's language, shown back in words, asked again where it is unusual or has two readings. */
export function NumberField({ id, path, field, value, invalid, describedBy, words, onChange, onHold }: Props) {
  const t = useT();
  const lang = useLanguage();
  const [typed, setTyped] = useState(() => (value === undefined ? '' : new Intl.NumberFormat(numberLocale(lang), { useGrouping: false, maximumFractionDigits: 6 }).format(value)));
  const [confirmed, setConfirmed] = useState<number | null>(value ?? null);
  const reading = readNumber(typed, lang, field.unit);
  const say = (number: number) => sayNumber(number, lang, field.unit, words.unit);
  const inLimits = (number: number) => (field.min === undefined || number >= field.min) && (field.max === undefined || number <= field.max);
  const unusual = (number: number) => number !== confirmed && inLimits(number)
    && ((field.askAgainBelow !== undefined && number < field.askAgainBelow) || (field.askAgainAbove !== undefined && number > field.askAgainAbove));
  const question = reading.kind === 'ask' ? 'separator' : reading.kind === 'value' && unusual(reading.value) ? 'unusual' : null;

  const code = reading.kind === 'notNumber' ? 'number' : question ? 'confirm' : null;
  useEffect(() => { onHold(code === null ? null : { path, field, code }); }, [code, path]);
  useEffect(() => () => onHold(null), []);

  const type = (text: string) => {
    setTyped(text);
    const next = readNumber(text, lang, field.unit);
    onChange(next.kind === 'value' && !unusual(next.value) ? next.value : undefined);
  };
  const settle = (number: number) => {
    setConfirmed(number);
    setTyped(new Intl.NumberFormat(numberLocale(lang), { useGrouping: false, maximumFractionDigits: 6 }).format(number));
    onChange(number);
  };

  return (
    <>
      <div className={styles.number}>
        <TextInput id={id} value={typed} inputMode="decimal" dir="ltr" autoComplete="off" error={invalid} aria-describedby={[`${id}-back`, describedBy].filter(Boolean).join(' ')}
          onChange={(event) => type(event.currentTarget.value)} />
        {field.unit !== undefined && field.unit !== 'count' && <span className="quiet">{words.unit(field.unit)}</span>}
        <span className={styles.back} id={`${id}-back`} role="status">{reading.kind === 'value' && <bdi>{say(reading.value)}</bdi>}</span>
      </div>
      {reading.kind === 'ask' && (
        <div className={styles.ask} role="group">
          <span>{t('common.form.askSeparator', { typed, first: say(reading.readings[0]), second: say(reading.readings[1]) })}</span>
          {reading.readings.map((number) => <Button key={number} size="compact-sm" variant="default" onClick={() => settle(number)}><bdi>{say(number)}</bdi></Button>)}
        </div>
      )}
      {question === 'unusual' && reading.kind === 'value' && (
        <div className={styles.ask} role="group">
          <span>{t(field.askAgainBelow !== undefined && reading.value < field.askAgainBelow ? 'common.form.askAgainLow' : 'common.form.askAgainHigh', { value: say(reading.value) })}</span>
          <Button size="compact-sm" variant="default" onClick={() => settle(reading.value)}>{t('common.form.confirmValue', { value: say(reading.value) })}</Button>
        </div>
      )}
    </>
  );
}
