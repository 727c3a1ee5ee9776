import { useLanguage, useT } from '../i18n/useT.js';
import { isShown, rowsOf, type Answer, type Answers, type FormDefinition, type FormField } from '../kit/form/definition.js';
import { sayNumber } from '../kit/form/numbers.js';
import { useFormWords } from '../kit/form/words.js';
import { listWords } from '../kit/intl.js';
import { IsoDate } from '../kit/IsoTime.js';
import styles from './Intake.module.css';

/** A form as it was answered, to be read: not known and not applicable with their reason, nothing blank. */
export function FormAnswers({ definition, answers }: { definition: FormDefinition; answers: Answers }) {
  const words = useFormWords(definition.id);
  return (
    <div className={styles.answers}>
      {definition.sections.map((section) => {
        const fields = section.fields.filter((field) => isShown(field, answers) && (field.required || answers[field.id] !== undefined));
        if (fields.length === 0) return null;
        return (
          <section key={section.id}>
            <h2>{words.section(section)}</h2>
            <dl>{fields.map((field) => <div key={field.id} style={{ display: 'contents' }}><dt>{words.label(field)}</dt><dd><AnswerText definition={definition} field={field} answer={answers[field.id]} /></dd></div>)}</dl>
          </section>
        );
      })}
    </div>
  );
}

function AnswerText({ definition, field, answer }: { definition: FormDefinition; field: FormField; answer: Answer | undefined }) {
  const t = useT();
  const lang = useLanguage();
  const words = useFormWords(definition.id);
  if (answer === undefined) return <span className="quiet">{t('common.notRecorded')}</span>;
  if (answer.state !== 'given') return <span className="quiet">{t(`common.${answer.state}`)}: <bdi>{answer.reason}</bdi></span>;
  const { value } = answer;
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  switch (field.kind) {
    case 'rows': return <>{rowsOf(answer).map((row, i) => <div key={i} className={styles.rowAnswer}><RowText definition={definition} field={field} row={row} /></div>)}</>;
    case 'choice': return <>{words.option(field, text)}</>;
    case 'choices': return <>{listWords(lang, Array.isArray(value) ? value.map((code) => words.option(field, String(code))) : [])}</>;
    case 'yesNo': return <>{t(value === true ? 'common.yes' : 'common.no')}</>;
    case 'date': return <IsoDate date={text} />;
    case 'number': return <bdi>{typeof value === 'number' ? sayNumber(value, lang, field.unit, words.unit) : text}</bdi>;
    case 'text': case 'longText': return <bdi>{text}</bdi>;
  }
}

function RowText({ definition, field, row }: { definition: FormDefinition; field: FormField; row: Answers }) {
  const words = useFormWords(definition.id);
  const there = (field.rows ?? []).filter((sub) => row[sub.id] !== undefined);
  return <>{there.map((sub, i) => <span key={sub.id}>{i > 0 && ' · '}<span className="quiet">{words.label(sub, field)}:</span> <AnswerText definition={definition} field={sub} answer={row[sub.id]} /></span>)}</>;
}
