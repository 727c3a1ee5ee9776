import { formOf, reviewTaskKinds, scoresOf, type Discipline, type FormAnswers } from '#domain';
import type { LetterFact } from '#integrations';
import { given, joined } from './answers.js';
import type { LetterSource } from './letter-source.js';

/** What an opinion says in codes and numbers: the letter puts it in its own language. */
export function factsOf(answers: FormAnswers): readonly LetterFact[] {
  const coded = (['grade', 'margins', 'huvos'] as const).flatMap((kind): LetterFact[] => { const code = given(answers, kind); return code === null ? [] : [{ kind, code }]; });
  const axes = ['sizeCraniocaudal', 'sizeTransverse', 'sizeAnteroposterior', 'size'].flatMap((id) => given(answers, id) ?? []);
  const stage = staged(answers, 'p') ?? staged(answers, 'c');
  return [...coded, ...(axes.length === 0 ? [] : [{ kind: 'size' as const, millimetres: axes.join(' × ') }]), ...(stage === null ? [] : [stage])];
}

/** Scores that the opinion's answers give, with what the others and the referral say: as the board saw them. HUVOS stands among the facts where it was typed. */
export function scoresIn(kind: string, discipline: Discipline, answers: FormAnswers, { board, opinions, referral, state }: LetterSource): readonly LetterFact[] {
  const task = reviewTaskKinds.find((one) => one.startsWith(kind));
  if (task === undefined) return [];
  const others = [...opinions.filter((one) => one.answers !== answers).map((one) => ({ from: one.kind, answers: one.answers })), { from: 'referral', answers: referral }];
  return scoresOf(formOf(board, task, discipline), { own: answers, others, tumorType: state.tumorType })
    .flatMap(({ code, value }): LetterFact[] => (value === null || (code === 'huvos' && given(answers, 'huvos') !== null) ? [] : [{ kind: 'score', code, value }]));
}

/** "pT2 N1 M0": the letter of the first category stands for all, however each was typed. */
function staged(answers: FormAnswers, prefix: 'p' | 'c'): LetterFact | null {
  const categories = ['T', 'N', 'M'].flatMap((category) => given(answers, `${prefix}${category}`) ?? []).map((typed) => typed.trim()).filter((typed) => typed !== '');
  if (categories.length === 0) return null;
  const [first = '', ...others] = categories.map((typed) => typed.replace(/^[pcy]+(?=[TNM])/, ''));
  return { kind: 'stage', tnm: [`${prefix}${first}`, ...others].join(' '), edition: joined(answers, ['tnmEdition']) || null };
}
