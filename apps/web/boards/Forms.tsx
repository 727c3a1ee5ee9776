import { Button, Checkbox } from '@mantine/core';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { Card } from '../kit/Card.js';
import type { FormDefinition } from '../kit/form/definition.js';
import { useFormWords } from '../kit/form/words.js';
import type { PartProps } from './BoardEditor.js';
import { withReadOut } from './definition.js';
import styles from './Boards.module.css';

/** The forms that the board's people fill in, each with what it asks; a hospital's own fields come in here. */
export function Forms({ definition, change, onAdd }: PartProps & { onAdd: (() => void) | null }) {
  const t = useT();
  const all = [...definition.tumorTypes.map(({ referralForm }) => referralForm), definition.pathologyForm, definition.imagingForm, ...Object.values(definition.opinionForms ?? {})];
  const referrals = definition.tumorTypes.map(({ referralForm }) => referralForm.id);
  const forms = all.filter((form, place) => all.findIndex(({ id }) => id === form.id) === place);
  return (
    <Card title={t('admin.board.forms')} count={forms.length} actions={onAdd && <Button size="compact-sm" variant="default" onClick={onAdd}>{t('admin.board.ownField')}</Button>}>
      {forms.map((form) => <Form key={form.id} form={form} heard={!referrals.includes(form.id)} onReadOut={change && ((field, readOut) => change(withReadOut(definition, form.id, field, readOut)))} />)}
    </Card>
  );
}

/** `heard`: an opinion, of which some fields are read out in the meeting. */
function Form({ form, heard, onReadOut }: { form: FormDefinition; heard: boolean; onReadOut: ((field: string, readOut: boolean) => void) | null }) {
  const t = useT();
  const words = useFormWords(form.id);
  const fields = form.sections.reduce((sum, section) => sum + section.fields.length, 0);
  return (
    <details className={styles.form}>
      <summary><T k={`forms.title.${form.id}`} /> <span className="quiet"><T k="admin.board.fields" values={{ count: fields }} /></span></summary>
      {form.sections.map((section) => (
        <div key={section.id} className={styles.domain}>
          <h4>{words.section(section)}</h4>
          <ul>{section.fields.map((field) => (
            <li key={field.id}>
              {words.label(field)} <span className="quiet">· <T k={`admin.board.kind.${field.kind}`} />{field.label && <> · <T k="admin.board.own" /></>}{heard && !onReadOut && field.readOut && <> · <T k="admin.board.readOut" /></>}</span>
              {heard && onReadOut && <Checkbox size="xs" className={styles.readOut} label={t('admin.board.readOut')} aria-label={`${words.label(field)}: ${t('admin.board.readOut')}`} checked={field.readOut === true} onChange={(event) => onReadOut(field.id, event.currentTarget.checked)} />}
            </li>
          ))}</ul>
        </div>
      ))}
    </details>
  );
}
