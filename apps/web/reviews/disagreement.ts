import type { OpinionDto } from '../generated/types.gen.js';
import type { Answers, FormDefinition, FormField } from '../kit/form/definition.js';

/** One thing on which the form as typed says something else than a signed opinion. */
export interface Disagreement { field: FormField; mine: string; theirs: string; opinion: OpinionDto }

/**
 * Where what is being typed differs from what others have signed, by the codes that opinions share: seen as it is typed,
 * before anything is saved. "Not known" on either side is no disagreement.
 */
export function disagreementsOf(definition: FormDefinition, answers: Answers, opinions: readonly OpinionDto[]): Disagreement[] {
  const fields = definition.sections.flatMap((section) => section.fields);
  return opinions.flatMap((opinion) => Object.entries(opinion.codes).flatMap(([code, theirs]) => {
    const field = fields.find((each) => each.id === code);
    const mine = givenText(answers[code]);
    const silent = theirs === 'notKnown' || theirs === 'notApplicable';
    return field && mine !== null && !silent && mine !== theirs ? [{ field, mine, theirs, opinion }] : [];
  }));
}

function givenText(answer: Answers[string] | undefined): string | null {
  if (answer?.state !== 'given' || typeof answer.value === 'object') return null;
  const text = String(answer.value).trim();
  return text === '' ? null : text;
}
