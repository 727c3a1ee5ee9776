import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import type { DisagreementDto } from '../generated/types.gen.js';
import type { FormDefinition } from '../kit/form/definition.js';
import { inputId, useFormWords } from '../kit/form/words.js';
import { StatusShape } from '../kit/StatusShape.js';
import type { Disagreement } from './disagreement.js';
import { opinionName } from './opinion-name.js';
import styles from './Review.module.css';
import { useAnswerWords } from './useAnswerWords.js';

/** "Side. You: right. Pathology: left": said as soon as it is typed, with a way to the field. */
export function Disagreements({ definition, found, derived }: { definition: FormDefinition; found: readonly Disagreement[]; /** What only the saved form shows: nodes however they are said, removal against margins. */ derived: readonly DisagreementDto[] }) {
  const t = useT();
  const words = useFormWords(definition.id);
  const say = useAnswerWords(definition.id);
  return (
    <div role="status" className={styles.said}>
      {found.length + derived.length > 0 && (
        <div className={styles.disagree}>
          <h2><StatusShape status="dueSoon" /> <T k="reviews.disagreements" values={{ count: found.length + derived.length }} /></h2>
          <ul>
            {found.map(({ field, mine, theirs, opinion }) => (
              <li key={`${opinion.id}-${field.id}`}>
                <a href={`#${inputId(definition.id, field.id)}`} onClick={(event) => { event.preventDefault(); document.getElementById(inputId(definition.id, field.id))?.focus(); }}><strong>{words.label(field)}</strong></a>{' '}
                <T k="reviews.disagreement" values={{ own: say(field, mine), discipline: t(opinionName(opinion)), other: say(field, theirs) }} />
              </li>
            ))}
            {derived.map(({ what, mine, theirs, opinionId, kind, discipline }) => (
              <li key={`${opinionId}-${what}`}>
                <strong>{t(`reviews.compared.${what}`)}</strong>{' '}
                <T k="reviews.disagreement" values={{ own: t(`reviews.compared.${what}_${mine}`), discipline: t(kind === 'opinion' ? `cases.opinionBy.${discipline}` : `cases.opinionKind.${kind}`), other: t(`reviews.compared.${what}_${theirs}`) }} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
