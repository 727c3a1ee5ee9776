import { useEffect, useRef, type MouseEvent } from 'react';
import { T } from '../../i18n/T.js';
import styles from './Form.module.css';
import type { FormController, IssueBeside } from './useForm.js';
import { inputId, parentOf, useFormWords } from './words.js';

/** All errors at the top with links to their fields; takes the focus after each try, so that it is heard (case H31). */
export function ErrorSummary({ form, besides = [] }: { form: FormController; besides?: readonly IssueBeside[] }) {
  const words = useFormWords(form.definition.id);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => { if (form.checks > 0) box.current?.focus(); }, [form.checks]);
  const all: readonly IssueBeside[] = [...besides, ...form.shown.map((issue) => ({ id: inputId(form.definition.id, issue.path), text: words.issue(issue, parentOf(form.definition, issue.path)) }))];
  if (all.length === 0) return null;
  const go = (event: MouseEvent, id: string) => {
    event.preventDefault();
    const input = document.getElementById(id);
    input?.focus();
    input?.scrollIntoView({ block: 'center' });
  };
  return (
    <div ref={box} className={styles.summary} role="alert" tabIndex={-1} aria-labelledby={`${form.definition.id}-errors`}>
      <h2 id={`${form.definition.id}-errors`}><T k="common.form.errorTitle" values={{ count: all.length }} /></h2>
      <ul>
        {all.map(({ id, text }) => <li key={id}><a href={`#${id}`} onClick={(event) => go(event, id)}>{text}</a></li>)}
      </ul>
    </div>
  );
}
