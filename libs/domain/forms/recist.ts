import type { FieldAnswer, FormAnswers } from './definition.js';
import { numberIn, textIn } from './reading.js';

export type RecistResponse = 'complete' | 'partial' | 'stable' | 'progressive' | 'notEvaluable';
/** Why the response is what it is: the sentence stands in the catalogues. */
export type RecistBecause = 'newLesions' | 'nonTargetProgression' | 'twentyPercentMore' | 'allGone' | 'nonTargetsRemain' | 'thirtyPercentLess' | 'neither' | 'noBaseline';
/** What makes the measured lesions doubtful as targets: below the size from which they can be measured. */
export type RecistDoubt = 'nodeBelow15' | 'lesionBelow10';

export interface Recist {
  readonly targets: number;
  /** Sums in millimetres: longest diameters, of nodes the short axis. Null where a lesion has no such measure. */
  readonly baselineSum: number | null;
  /** The smallest sum since treatment began, baseline included. */
  readonly smallestSum: number | null;
  readonly nowSum: number;
  /** Against baseline, in per cent to one place; null without baseline or where it is 0. */
  readonly fromBaselinePercent: number | null;
  /** Against the smallest sum: in per cent and in millimetres. */
  readonly fromSmallestPercent: number | null;
  readonly fromSmallestMm: number | null;
  readonly response: RecistResponse;
  readonly because: RecistBecause;
  readonly doubts: readonly RecistDoubt[];
}

interface Target { readonly organ: string; readonly isNode: boolean; readonly before: number | null; readonly smallest: number | null; readonly now: number }
/** Most targets of one organ [RECIST 1.1, Eisenhauer 2009, 3.1]; five in all is a rule of the form's field. */
export const mostTargetsAnOrgan = 2;
const normalNodeMm = 10;

/** Sums and response of an imaging form's target lesions after RECIST 1.1 [Eisenhauer et al., Eur J Cancer 2009;45:228-247]; null without any. */
export function recistOf(answers: FormAnswers): Recist | null {
  const targets = targetsIn(answers);
  if (targets.length === 0) return null;
  const nowSum = sum(targets.map(({ now }) => now));
  const [baselineSum, smallestSum] = [known(targets.map(({ before }) => before)), known(targets.map(({ before, smallest }) => (before === null ? null : Math.min(before, smallest ?? before))))];
  const fromSmallestMm = smallestSum === null ? null : tenth(nowSum - smallestSum);
  const figures = { baselineSum, smallestSum, nowSum, fromBaselinePercent: percent(nowSum, baselineSum), fromSmallestPercent: percent(nowSum, smallestSum), fromSmallestMm };
  return { targets: targets.length, ...figures, ...responseOf(targets, figures, textIn(answers['nonTargets']), textIn(answers['newLesions'])), doubts: doubtsOf(targets) };
}

/** Organs, as they were typed, with more than two targets. */
export function organsWithTooMany(answers: FormAnswers): readonly string[] {
  const counts = new Map<string, number>();
  for (const { organ } of targetsIn(answers)) counts.set(organ, (counts.get(organ) ?? 0) + 1);
  return [...counts].filter(([organ, count]) => organ !== '' && count > mostTargetsAnOrgan).map(([organ]) => organ);
}

type Figures = Pick<Recist, 'baselineSum' | 'nowSum' | 'fromBaselinePercent' | 'fromSmallestPercent' | 'fromSmallestMm'>;

function responseOf(targets: readonly Target[], figures: Figures, nonTargets: string | null, newLesions: string | null): Pick<Recist, 'response' | 'because'> {
  if (newLesions === 'present') return { response: 'progressive', because: 'newLesions' };
  if (nonTargets === 'progression') return { response: 'progressive', because: 'nonTargetProgression' };
  if (figures.baselineSum === null) return { response: 'notEvaluable', because: 'noBaseline' };
  // A node that shrank below ten millimetres is normal although it can still be seen.
  const gone = targets.every(({ isNode, now }) => (isNode ? now < normalNodeMm : now === 0));
  if (gone) return nonTargets === 'neither' ? { response: 'partial', because: 'nonTargetsRemain' } : { response: 'complete', because: 'allGone' };
  const { fromBaselinePercent, fromSmallestPercent, fromSmallestMm } = figures;
  if ((fromSmallestMm ?? 0) >= 5 && (fromSmallestPercent === null || fromSmallestPercent >= 20)) return { response: 'progressive', because: 'twentyPercentMore' };
  return fromBaselinePercent !== null && fromBaselinePercent <= -30 ? { response: 'partial', because: 'thirtyPercentLess' } : { response: 'stable', because: 'neither' };
}

const doubtsOf = (targets: readonly Target[]): readonly RecistDoubt[] => [...new Set(targets.flatMap(({ isNode, before }): RecistDoubt[] =>
  (before === null ? [] : isNode ? (before < 15 ? ['nodeBelow15'] : []) : before < 10 ? ['lesionBelow10'] : [])))];

function targetsIn(answers: FormAnswers): readonly Target[] {
  const answer = answers['targets'];
  const rows = answer?.state === 'given' && Array.isArray(answer.value) ? (answer.value as readonly Readonly<Record<string, FieldAnswer>>[]) : [];
  return rows.flatMap((row) => {
    const now = numberIn(row['now']);
    return now === null ? [] : [{ organ: (textIn(row['organ']) ?? '').trim().toLocaleLowerCase('en'), isNode: textIn(row['lesionKind']) === 'node', before: numberIn(row['before']), smallest: numberIn(row['smallest']), now }];
  });
}

const tenth = (value: number): number => Math.round(value * 10) / 10;
const sum = (values: readonly number[]): number => tenth(values.reduce((all, value) => all + value, 0));
const known = (values: readonly (number | null)[]): number | null => (values.every((value) => value !== null) ? sum(values) : null);
const percent = (now: number, before: number | null): number | null => (before === null || before === 0 ? null : tenth(((now - before) / before) * 100));
