import { TextInput } from '@mantine/core';
import { useT } from '../../i18n/useT.js';
import { StatusShape } from '../StatusShape.js';
import type { Answer, FormField } from './definition.js';
import styles from './Form.module.css';

interface Props {
  id: string;
  field: FormField;
  label: string;
  hint?: string;
  answer: Answer | undefined;
  error: string | undefined;
  onChange: (answer: Answer | undefined) => void;
  /** A group of inputs: the label is a legend's, not one input's. */
  group?: boolean;
  children: React.ReactNode;
}

/** Label, "not known" and "not applicable" with their reason, the input, hint and error of one field. */
export function FieldFrame({ id, field, label, hint, answer, error, onChange, group, children }: Props) {
  const t = useT();
  const other = answer !== undefined && answer.state !== 'given' ? answer : null;
  const Label = group ? 'span' : 'label';
  return (
    <div className={styles.field} role={group ? 'group' : undefined} aria-labelledby={group ? `${id}-label` : undefined} aria-describedby={group && error ? `${id}-error` : undefined}>
      <div className={styles.head}>
        <Label className={styles.label} id={`${id}-label`} {...(group ? {} : { htmlFor: id })}>{label}</Label>
        {!field.required && <span className={styles.optional}>{t('common.optional')}</span>}
        <OtherStates field={field} label={label} answer={answer} onChange={onChange} />
      </div>
      {other ? (
        <TextInput id={id} value={other.reason} aria-label={`${label}: ${t(other.state === 'notKnown' ? 'common.form.whyNotKnown' : 'common.form.whyNotApplicable')}`}
          placeholder={t(other.state === 'notKnown' ? 'common.form.whyNotKnown' : 'common.form.whyNotApplicable')} error={error !== undefined} aria-describedby={error ? `${id}-error` : undefined}
          onChange={(event) => onChange({ state: other.state, reason: event.currentTarget.value })} />
      ) : children}
      {hint !== undefined && <span className={styles.hint} id={`${id}-hint`}>{hint}</span>}
      {error !== undefined && <span className={styles.error} id={`${id}-error`}><StatusShape status="overdue" size={11} />{error}</span>}
    </div>
  );
}

function OtherStates({ field, label, answer, onChange }: Pick<Props, 'field' | 'label' | 'answer' | 'onChange'>) {
  const t = useT();
  const states = [field.allowNotKnown ? 'notKnown' as const : null, field.allowNotApplicable ? 'notApplicable' as const : null].filter((state) => state !== null);
  if (states.length === 0) return null;
  return (
    <span className={styles.states} role="group" aria-label={t('common.form.answerState', { field: label })}>
      {states.map((state) => (
        <button key={state} type="button" className={styles.state} aria-pressed={answer?.state === state}
          onClick={() => onChange(answer?.state === state ? undefined : { state, reason: '' })}>{t(`common.${state}`)}</button>
      ))}
    </span>
  );
}
