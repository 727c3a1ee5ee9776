import { TextInput, type TextInputProps } from '@mantine/core';
import { useLanguage } from '../../i18n/useT.js';
import { dayInWords } from '../iso-dates.js';
import styles from './Form.module.css';

interface Props extends Omit<TextInputProps, 'value' | 'onChange' | 'type'> { value: string; onChange: (day: string) => void }

/** A whole day by the browser's own picker. That shows 12/09 or 09/12 as the browser is set, so the day stands below once more, in words. */
export function DayField({ value, onChange, ...rest }: Props) {
  const lang = useLanguage();
  return (
    <div>
      <TextInput type="date" value={value} onChange={(event) => onChange(event.currentTarget.value)} {...rest} />
      <div className={styles.inWords} role="status">{value !== '' && <bdi>{dayInWords(value, lang)}</bdi>}</div>
    </div>
  );
}
