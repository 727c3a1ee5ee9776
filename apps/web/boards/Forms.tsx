import { Button } from '@mantine/core';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { Card } from '../kit/Card.js';
import type { FormDefinition } from '../kit/form/definition.js';
import { useFormWords } from '../kit/form/words.js';
import type { PartProps } from './BoardEditor.js';
import styles from './Boards.module.css';

/** The forms that the board's people fill in, each with what it asks; a hospital's own fields come in here. */
export function Forms({ definition, onAdd }: PartProps & { onAdd: (() => void) | null }) {
  const t = useT();
  const all = [...definition.tumorTypes.map(({ referralForm }) => referralForm), definition.pathologyForm, definition.imagingForm, ...Object.values(definition.opinionForms ?? {})];
  const forms = all.filter((form, place) => all.findIndex(({ id }) => id === form.id) === place);
  return (
    <Card title={t('admin.board.forms')} count={forms.length} actions={onAdd && <Button size="compact-sm" variant="default" onClick={onAdd}>{t('admin.board.ownField')}</Button>}>
      {forms.map((form) => <Form key={form.id} form={form} />)}
    </Card>
  );
}

function Form({ form }: { form: FormDefinition }) {
  const words = useFormWords(form.id);
  const fields = form.sections.reduce((sum, section) => sum + section.fields.length, 0);
  return (
    <details className={styles.form}>
      <summary><T k={`forms.title.${form.id}`} /> <span className="quiet"><T k="admin.board.fields" values={{ count: fields }} /></span></summary>
      {form.sections.map((section) => (
        <div key={section.id} className={styles.domain}>
          <h4>{words.section(section)}</h4>
          <ul>{section.fields.map((field) => <li key={field.id}>{words.label(field)} <span className="quiet">· <T k={`admin.board.kind.${field.kind}`} />{field.label && <> · <T k="admin.board.own" /></>}</span></li>)}</ul>
        </div>
      ))}
    </details>
  );
}
