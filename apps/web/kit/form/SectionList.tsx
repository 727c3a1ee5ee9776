import { T } from '../../i18n/T.js';
import { useT } from '../../i18n/useT.js';
import type { Status } from '../status.js';
import { StatusShape } from '../StatusShape.js';
import styles from './Form.module.css';
import { sectionId } from './FormFields.js';
import type { FormController, SectionState } from './useForm.js';
import { useFormWords } from './words.js';

const shapes: Record<SectionState['kind'], Status> = { empty: 'waiting', partial: 'dueSoon', complete: 'done', error: 'overdue' };

/** The form's sections as a side list, each with how it stands. */
export function SectionList({ form }: { form: FormController }) {
  const words = useFormWords(form.definition.id);
  return (
    <nav aria-label={useT()('common.form.sections')} className={styles.sections}>
      {form.definition.sections.map((section) => {
        const state = form.sectionState(section);
        return (
          <a key={section.id} href={`#${sectionId(form.definition.id, section.id)}`} className={styles.sectionLink}>
            <StatusShape status={shapes[state.kind]} />
            <span>{words.section(section)}</span>
            <span className="visually-hidden"><T k={`common.form.sectionState.${state.kind}`} values={'count' in state ? { count: state.count } : undefined} /></span>
          </a>
        );
      })}
    </nav>
  );
}
