import { Textarea, TextInput } from '@mantine/core';
import { ChoiceField } from './ChoiceField.js';
import { DateField } from './DateField.js';
import type { FieldValue } from './definition.js';
import type { FieldProps } from './field-props.js';
import { FieldFrame } from './FieldFrame.js';
import { NumberField } from './NumberField.js';
import { RowsField } from './RowsField.js';
import { useT } from '../../i18n/useT.js';
import { inputId } from './words.js';

/** One field of any kind, with its frame. */
export function Field(props: FieldProps) {
  const { form, words, field, path, parent, answer, onChange } = props;
  const id = inputId(form.definition.id, path);
  const issue = form.shown.find((found) => found.path === path);
  const error = issue && words.issue(issue, parent);
  const several = field.kind === 'choices' || field.kind === 'yesNo' || field.kind === 'date' || field.kind === 'rows' || (field.kind === 'choice' && (field.options?.length ?? 0) <= 7);
  const give = (value: FieldValue | undefined) => onChange(value === undefined || value === '' ? undefined : { state: 'given', value });
  return (
    <FieldFrame id={id} field={field} label={words.label(field, parent)} hint={words.hint(field)} answer={answer} error={error} onChange={onChange} group={several}>
      <Input {...props} id={id} invalid={error !== undefined} describedBy={error ? `${id}-error` : words.hint(field) ? `${id}-hint` : undefined} give={give} />
    </FieldFrame>
  );
}

interface InputProps extends FieldProps { id: string; invalid: boolean; describedBy: string | undefined; give: (value: FieldValue | undefined) => void }

function Input(props: InputProps) {
  const { form, words, field, path, parent, answer, id, invalid, describedBy, give } = props;
  const t = useT();
  const value = answer?.state === 'given' ? answer.value : undefined;
  const label = words.label(field, parent);
  const text = typeof value === 'string' ? value : '';
  const basics = { id, invalid, describedBy };
  const one = (options: { value: string; label: string }[], chosen: string | undefined, set: (code: string | undefined) => void) => (
    <ChoiceField {...basics} name={id} label={label} options={options} several={false} chosen={chosen === undefined ? [] : [chosen]} onChange={(codes) => set(codes[0])} />
  );
  const options = (field.options ?? []).map((code) => ({ value: code, label: words.option(field, code) }));
  switch (field.kind) {
    case 'text': return <TextInput id={id} value={text} error={invalid} aria-describedby={describedBy} dir="auto" onChange={(event) => give(event.currentTarget.value)} />;
    case 'longText': return <Textarea id={id} value={text} error={invalid} aria-describedby={describedBy} dir="auto" autosize minRows={3} onChange={(event) => give(event.currentTarget.value)} />;
    case 'number': return <NumberField {...basics} path={path} field={field} words={words} value={typeof value === 'number' ? value : undefined} onChange={give} onHold={(issue) => form.hold(path, issue)} />;
    case 'choice': return one(options, text || undefined, give);
    case 'yesNo': return one([{ value: 'yes', label: t('common.yes') }, { value: 'no', label: t('common.no') }], value === true ? 'yes' : value === false ? 'no' : undefined, (code) => give(code === undefined ? undefined : code === 'yes'));
    case 'choices': return <ChoiceField {...basics} name={id} label={label} options={options} several chosen={Array.isArray(value) ? value.filter((code) => typeof code === 'string') : []} onChange={(codes) => give(codes.length === 0 ? undefined : codes)} />;
    case 'date': return <DateField {...basics} value={text || undefined} onChange={give} />;
    case 'rows': return <RowsField {...props} cell={Field} />;
  }
}
