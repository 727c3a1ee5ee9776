import { useEffect, useRef, type MouseEvent } from 'react';
import { T } from '../../i18n/T.js';
import styles from './Form.module.css';
import type { FormController } from './useForm.js';
import { inputId, parentOf, useFormWords } from './words.js';

/** All errors at the top with links to their fields; takes the focus after each try, so that it is heard (case H31). */
export function ErrorSummary({ form }: { form: FormController }) {
  const words = useFormWords(form.definition.id);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => { if (form.checks > 0) box.current?.focus(); }, [form.checks]);
  if (form.shown.length === 0) return null;
  const go = (event: MouseEvent, path: string) => {
    event.preventDefault();
    const input = document.getElementById(inputId(form.definition.id, path));
    input?.focus();
    input?.scrollIntoView({ block: 'center' });
  };
  return (
    <div ref={box} className={styles.summary} role="alert" tabIndex={-1} aria-labelledby={`${form.definition.id}-errors`}>
      <h2 id={`${form.definition.id}-errors`}><T k="common.form.errorTitle" values={{ count: form.shown.length }} /></h2>
      <ul>
        {form.shown.map((issue) => (
          <li key={issue.path}><a href={`#${inputId(form.definition.id, issue.path)}`} onClick={(event) => go(event, issue.path)}>{words.issue(issue, parentOf(form.definition, issue.path))}</a></li>
        ))}
      </ul>
    </div>
  );
}
