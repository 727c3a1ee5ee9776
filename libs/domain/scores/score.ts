import type { FieldAnswer, FormAnswers } from '../forms/definition.js';

export const scoreCodes = ['stageGroup', 'enneking', 'mirels', 'huvos', 'ecog', 'msts'] as const;
export type ScoreCode = (typeof scoreCodes)[number];

/** Where an answer stands: in the form itself, in a signed opinion (its kind, or the discipline that was asked), in the referral. */
export interface Evidence { readonly from: string; readonly answers: FormAnswers }
/** An answer that a score was made of. `from` is null where it is the form's own. */
export interface Used { readonly what: string; readonly value: string; readonly from: string | null }

/** A score with its reasoning as data: the words stand in the catalogues. `value` is null where it was not computed; `because` says why, or by what. */
export interface Score {
  readonly code: ScoreCode;
  readonly value: string | null;
  readonly because: string;
  /** What would still have to be known. */
  readonly missing: readonly string[];
  readonly used: readonly Used[];
  readonly advice: string | null;
  /** Code of the publication or edition that it follows. */
  readonly source: string;
}

/** The form first, then what others have signed, then the referral: the first that knows an answer gives it. */
export interface Known { readonly own: FormAnswers; readonly others: readonly Evidence[]; readonly tumorType: string }

const given = (answer: FieldAnswer | undefined): string | null => {
  if (answer?.state !== 'given') return null;
  if (Array.isArray(answer.value)) return answer.value.length === 0 ? null : answer.value.filter((one) => typeof one === 'string').join(', ');
  const text = typeof answer.value === 'object' ? '' : String(answer.value).trim();
  return text === '' ? null : text;
};

/** The first answer to one of these fields, as text, with where it comes from. */
export const find = ({ own, others }: Known, what: string, ...fields: readonly string[]): Used | null => {
  for (const { from, answers } of [{ from: null, answers: own }, ...others]) {
    for (const field of fields) {
      const value = given(answers[field]);
      if (value !== null) return { what, value, from };
    }
  }
  return null;
};

const notNull = <Value>(value: Value | null): value is Value => value !== null;
export const computed = (code: ScoreCode, value: string, because: string, source: string, used: readonly (Used | null)[], advice: string | null = null): Score =>
  ({ code, value, because, missing: [], used: used.filter(notNull), advice, source });
/** Not computed, and why: never a guess. */
export const notComputed = (code: ScoreCode, because: string, source: string, used: readonly (Used | null)[] = [], missing: readonly string[] = []): Score =>
  ({ code, value: null, because, missing, used: used.filter(notNull), advice: null, source });
