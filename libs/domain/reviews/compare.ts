import type { FormAnswers, FormDefinition } from '../forms/definition.js';
import { numberIn, textIn } from '../forms/reading.js';

export type OpinionCodes = Readonly<Record<string, string>>;

/** Answers that other parts compare across the case. Closed-list codes and numbers only, never words. */
const comparedFields = ['laterality', 'malignant', 'tumorType', 'grade', 'nodesPositive', 'response', 'resectable', 'margins', 'ecog'];
const asked = (form: FormDefinition, id: string): boolean => form.sections.some((section) => section.fields.some((field) => field.id === id));

/** What a form says of the regional nodes, however it says it: counted, as pN or cN, or as seen on the image. Null where it says nothing certain. */
const nodeStatusOf = (form: FormDefinition, answers: FormAnswers): 'positive' | 'negative' | null => {
  const [examined, positive] = [numberIn(answers['nodesExamined']), numberIn(answers['nodesPositive'])];
  if (positive !== null && (positive > 0 || (examined ?? 0) > 0)) return positive > 0 ? 'positive' : 'negative';
  const stated = /n\s*([0-3])/i.exec(textIn(answers[asked(form, 'pN') ? 'pN' : 'cN']) ?? '')?.[1];
  if (stated !== undefined) return stated === '0' ? 'negative' : 'positive';
  const seen = asked(form, 'cN') ? textIn(answers['nodes']) : null;
  return seen === 'present' ? 'positive' : seen === 'none' ? 'negative' : null;
};

/** The codes of an opinion that stand in its event: the side, the diagnosis, the nodes, whether it can be removed. */
export const codesOf = (form: FormDefinition, answers: FormAnswers): OpinionCodes => {
  const coded = form.sections.flatMap((section) => section.fields).filter((field) => comparedFields.includes(field.id) && (field.kind === 'choice' || field.kind === 'number' || field.kind === 'yesNo'));
  const nodeStatus = nodeStatusOf(form, answers);
  return {
    ...Object.fromEntries(coded.flatMap((field) => {
      const answer = answers[field.id];
      if (answer === undefined) return [];
      if (answer.state !== 'given') return [[field.id, answer.state]];
      return typeof answer.value === 'object' ? [] : [[field.id, String(answer.value)]];
    })),
    ...(nodeStatus === null ? {} : { nodeStatus }),
  };
};

export interface Difference { readonly what: string; readonly mine: string; readonly theirs: string }
const silent = (code: string): boolean => code === 'notKnown' || code === 'notApplicable';
/** Removed with known margins, and yet it "can't be removed": one of the two speaks of something else. */
const removed = (codes: OpinionCodes): string | null => (codes['margins'] === 'R0' || codes['margins'] === 'R1' ? codes['margins'] : null);

/** Where two opinions of a case say different things, by the codes they share. "Not known" on either side is no difference. */
export const differencesBetween = (mine: OpinionCodes, theirs: OpinionCodes): readonly Difference[] => {
  const shared = Object.entries(mine).flatMap(([what, code]): Difference[] => {
    const other = theirs[what];
    return other === undefined || silent(code) || silent(other) || other === code ? [] : [{ what, mine: code, theirs: other }];
  });
  const [myMargins, theirMargins] = [removed(mine), removed(theirs)];
  return [
    ...shared,
    ...(mine['resectable'] === 'no' && theirMargins !== null ? [{ what: 'resectability', mine: 'no', theirs: theirMargins }] : []),
    ...(theirs['resectable'] === 'no' && myMargins !== null ? [{ what: 'resectability', mine: myMargins, theirs: 'no' }] : []),
  ];
};
