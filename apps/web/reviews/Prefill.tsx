import { Button } from '@mantine/core';
import { has } from '#locales';
import type { PrefilledDto, ReviewViewDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import type { Answer, FormField } from '../kit/form/definition.js';
import { useFormWords } from '../kit/form/words.js';
import styles from './Review.module.css';
import { useAnswerWords } from './useAnswerWords.js';
import type { ReviewDraft } from './useReviewDraft.js';

/** What is known already, with where it stands: taken over by a click, one or all, so that nothing is typed twice and nothing is signed unseen. */
export function Prefill({ view, draft }: { view: ReviewViewDto; draft: ReviewDraft }) {
  const t = useT();
  const words = useFormWords(view.form.id);
  const say = useAnswerWords(view.form.id);
  const fields = view.form.sections.flatMap((section): readonly FormField[] => section.fields);
  const open = view.prefill.flatMap((known) => {
    const field = fields.find(({ id }) => id === known.field);
    return field && draft.form.answers[known.field] === undefined ? [{ known, field }] : [];
  });
  if (open.length === 0) return null;
  const take = (taken: readonly PrefilledDto[]) => draft.takeOver(Object.fromEntries(taken.map(({ field, answer }) => [field, answer as unknown as Answer])));
  const said = (field: FormField, answer: unknown): string => {
    const value: unknown = Reflect.get(answer as object, 'value');
    if (field.kind === 'rows') return t('reviews.prefill.rows', { count: Array.isArray(value) ? value.length : 0 });
    return Array.isArray(value) ? value.map((code) => say(field, String(code))).join(', ') : say(field, String(value));
  };
  return (
    <section className={styles.prefill} aria-labelledby="prefill">
      <div className={styles.scoreHead}><h2 id="prefill">{t('reviews.prefill.title')}</h2>{open.length > 1 && <Button size="compact-sm" onClick={() => take(open.map(({ known }) => known))}>{t('reviews.prefill.takeAll')}</Button>}</div>
      <p className="quiet small">{t('reviews.prefill.what')}</p>
      <ul>
        {open.map(({ known, field }) => (
          <li key={field.id}>
            <span><strong>{words.label(field)}</strong>: <bdi>{said(field, known.answer)}</bdi> <span className="quiet small"><T k={sourceKey(known.from)} /></span></span>
            <Button size="compact-sm" variant="default" aria-label={t('reviews.prefill.takeName', { field: words.label(field) })} onClick={() => take([known])}>{t('reviews.prefill.take')}</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

const sourceKey = (from: string): string =>
  (from === 'referral' ? 'reviews.referral' : from === 'earlier' ? 'reviews.prefill.earlier' : has('en', `cases.opinionKind.${from}`) ? `cases.opinionKind.${from}` : `cases.opinionBy.${from}`);
