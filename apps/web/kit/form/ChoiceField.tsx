import { Select } from '@mantine/core';
import { useT } from '../../i18n/useT.js';
import styles from './Form.module.css';

interface Option { value: string; label: string }

interface Props {
  id: string;
  name: string;
  options: readonly Option[];
  chosen: readonly string[];
  several: boolean;
  invalid: boolean;
  label: string;
  describedBy: string | undefined;
  onChange: (chosen: readonly string[]) => void;
}

/** One or several of a closed list: as buttons while they are few, as a searchable list when they are many. */
export function ChoiceField(props: Props) {
  const { id, name, options, chosen, several, invalid, label, describedBy, onChange } = props;
  const t = useT();
  if (!several && options.length > 7) {
    return (
      <Select id={id} data={[...options]} value={chosen[0] ?? null} searchable clearable error={invalid} aria-describedby={describedBy} aria-label={label} placeholder={t('common.choose')}
        clearButtonProps={{ 'aria-label': t('common.clear') }} onChange={(code) => onChange(code === null ? [] : [code])} />
    );
  }
  const toggle = (code: string, on: boolean) => onChange(several ? options.map((o) => o.value).filter((c) => (c === code ? on : chosen.includes(c))) : [code]);
  return (
    <div className={styles.choices} role={several ? undefined : 'radiogroup'} aria-label={several ? undefined : label}>
      {options.map((option, i) => (
        <label key={option.value} className={styles.choice}>
          <input type={several ? 'checkbox' : 'radio'} id={i === 0 ? id : undefined} name={name} checked={chosen.includes(option.value)} aria-describedby={describedBy} aria-invalid={several && invalid ? true : undefined}
            onChange={(event) => toggle(option.value, event.currentTarget.checked)} />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  );
}
