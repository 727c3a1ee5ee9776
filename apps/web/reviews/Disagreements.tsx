import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import type { FormDefinition } from '../kit/form/definition.js';
import { inputId, useFormWords } from '../kit/form/words.js';
import { StatusShape } from '../kit/StatusShape.js';
import type { Disagreement } from './disagreement.js';
import { opinionName } from './opinion-name.js';
import styles from './Review.module.css';
import { useAnswerWords } from './useAnswerWords.js';

/** "Side. You: right. Pathology: left": said as soon as it is typed, with a way to the field. */
export function Disagreements({ definition, found }: { definition: FormDefinition; found: readonly Disagreement[] }) {
  const t = useT();
  const words = useFormWords(definition.id);
  const say = useAnswerWords(definition.id);
  return (
    <div role="status" className={styles.said}>
      {found.length > 0 && (
        <div className={styles.disagree}>
          <h2><StatusShape status="dueSoon" /> <T k="reviews.disagreements" values={{ count: found.length }} /></h2>
          <ul>
            {found.map(({ field, mine, theirs, opinion }) => (
              <li key={`${opinion.id}-${field.id}`}>
                <a href={`#${inputId(definition.id, field.id)}`} onClick={(event) => { event.preventDefault(); document.getElementById(inputId(definition.id, field.id))?.focus(); }}><strong>{words.label(field)}</strong></a>{' '}
                <T k="reviews.disagreement" values={{ own: say(field, mine), discipline: t(opinionName(opinion)), other: say(field, theirs) }} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
