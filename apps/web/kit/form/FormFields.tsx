import { isShown } from './definition.js';
import { ErrorSummary } from './ErrorSummary.js';
import { Field } from './Field.js';
import styles from './Form.module.css';
import type { FormController } from './useForm.js';
import { inputId, useFormWords } from './words.js';

interface Props {
  form: FormController;
  /** Where the summary of errors stands: on top, or elsewhere on the screen because it tells of inputs beside the form too. */
  summary?: 'onTop' | 'elsewhere';
}

/** A whole form made from its definition. State: `useForm`. */
export function FormFields({ form, summary = 'onTop' }: Props) {
  const words = useFormWords(form.definition.id);
  return (
    <div className={styles.form}>
      {summary === 'onTop' && <ErrorSummary form={form} />}
      {form.definition.sections.map((section) => (
        <div role="group" key={section.id} id={sectionId(form.definition.id, section.id)} className={styles.section} aria-labelledby={`${sectionId(form.definition.id, section.id)}-title`} tabIndex={-1}>
          <h2 className={styles.sectionTitle} id={`${sectionId(form.definition.id, section.id)}-title`}>{words.section(section)}</h2>
          {section.fields.filter((field) => isShown(field, form.answers)).map((field) => (
            <Field key={field.id} form={form} words={words} field={field} path={field.id} answer={form.answers[field.id]} onChange={(answer) => form.change(field.id, answer)} />
          ))}
        </div>
      ))}
    </div>
  );
}

/** Where a section stands on the page, for the side list. */
export const sectionId = (formId: string, section: string): string => inputId(formId, `section-${section}`);
