import type { FieldAnswer, FormAnswers, FormDefinition, FormField } from '../forms/definition.js';
import type { Evidence } from '../scores/score.js';

/** An answer that is known already, and where it stands: offered to whoever fills in the form, never signed unseen. */
export interface Prefilled { readonly field: string; readonly answer: FieldAnswer; readonly from: string }

/** What a form may be given from the referral and other opinions, by field: facts about the patient and the tumor. A judgement is everybody's own. */
const factual: Readonly<Record<string, readonly string[]>> = {
  laterality: ['laterality'], site: ['site', 'tumorSite'], stagingSite: ['stagingSite'], compartment: ['compartment'], pelvicZones: ['pelvicZones'], ecog: ['ecog'], walkingAbility: ['walkingAbility'],
  specimen: ['specimen'], laboratory: ['laboratory'], specimenDate: ['specimenDate', 'pathologyDate'], tnmEdition: ['tnmEdition'],
};

const fits = (field: FormField, answer: FieldAnswer): boolean => {
  if (answer.state !== 'given') return false;
  const { value } = answer;
  if (field.options === undefined) return typeof value === (field.kind === 'number' ? 'number' : 'string') && value !== '';
  return Array.isArray(value) ? value.length > 0 && value.every((one) => typeof one === 'string' && field.options?.includes(one) === true) : typeof value === 'string' && field.options.includes(value);
};

/** What lesions measured before: a RECIST target's last "now" is the next study's smallest so far, its baseline stays. */
const targetsFrom = (answer: FieldAnswer): FieldAnswer | null => {
  if (answer.state !== 'given' || !Array.isArray(answer.value)) return null;
  const rows = (answer.value as readonly FormAnswers[]).map((row) => {
    const { now, before = now, ...rest } = row;
    return { ...rest, ...(before === undefined ? {} : { before }), ...(now === undefined ? {} : { smallest: smaller(row['smallest'], now) }) };
  });
  return rows.length === 0 ? null : { state: 'given', value: rows };
};
const smaller = (a: FieldAnswer | undefined, b: FieldAnswer): FieldAnswer =>
  (a?.state === 'given' && b.state === 'given' && typeof a.value === 'number' && typeof b.value === 'number' && a.value < b.value ? a : b);

/**
 * What is known is never typed twice: for each field of a form that is still empty, the first answer that signed opinions or the referral have to
 * the same fact, with its source. Comparison values come from an earlier opinion on the same form. Judgements (grade, margins, stage) are never offered.
 */
export const prefillOf = (form: FormDefinition, own: FormAnswers, others: readonly Evidence[], earlier: FormAnswers | null = null): readonly Prefilled[] =>
  form.sections.flatMap((section) => section.fields).filter(({ id }) => own[id] === undefined).flatMap((field): readonly Prefilled[] => {
    const targets = field.id === 'targets' && earlier?.['targets'] !== undefined ? targetsFrom(earlier['targets']) : null;
    if (targets !== null) return [{ field: field.id, answer: targets, from: 'earlier' }];
    for (const { from, answers } of others) {
      const found = (factual[field.id] ?? []).map((id) => answers[id]).find((answer) => answer !== undefined && fits(field, answer));
      if (found !== undefined) return [{ field: field.id, answer: found, from }];
    }
    return [];
  });
