import type { FieldAnswer, FormAnswers } from './definition.js';
import { organsWithTooMany, recistOf } from './recist.js';

const given = (value: string | number): FieldAnswer => ({ state: 'given', value });
interface Lesion { readonly organ?: string; readonly kind?: 'node' | 'other'; readonly before?: number; readonly smallest?: number; readonly now: number }
const form = (lesions: readonly Lesion[], more: { readonly nonTargets?: string; readonly newLesions?: string } = {}): FormAnswers => ({
  targets: { state: 'given', value: lesions.map(({ organ = 'lung', kind = 'other', before, smallest, now }) => ({
    lesion: given('l'), organ: given(organ), lesionKind: given(kind), now: given(now), ...(before === undefined ? {} : { before: given(before) }), ...(smallest === undefined ? {} : { smallest: given(smallest) }),
  })) },
  ...Object.fromEntries(Object.entries(more).map(([id, value]) => [id, given(value)])),
});

describe('RECIST 1.1', () => {
  it.each([
    ['30 % less than at baseline is partial', [{ before: 60, now: 42 }, { before: 40, now: 28 }], {}, 'partial', 'thirtyPercentLess', -30],
    ['29.9 % less is stable', [{ before: 1000, now: 701 }], {}, 'stable', 'neither', -29.9],
    ['20 % and 5 mm more than the smallest is progressive, although it is less than at baseline', [{ before: 100, smallest: 50, now: 60 }], {}, 'progressive', 'twentyPercentMore', -40],
    ['20 % more, but only 4 mm: stable', [{ before: 20, now: 24 }], {}, 'stable', 'neither', 20],
    ['5 mm more, but less than 20 %: stable', [{ before: 50, now: 55 }], {}, 'stable', 'neither', 10],
    ['all gone, a node below 10 mm: complete', [{ before: 20, now: 0 }, { organ: 'axilla', kind: 'node' as const, before: 18, now: 9 }], {}, 'complete', 'allGone', -76.3],
    ['a node of 10 mm is not normal: partial', [{ before: 20, now: 0 }, { organ: 'axilla', kind: 'node' as const, before: 18, now: 10 }], {}, 'partial', 'thirtyPercentLess', -73.7],
    ['all targets gone, other lesions remain: partial', [{ before: 20, now: 0 }], { nonTargets: 'neither' }, 'partial', 'nonTargetsRemain', -100],
    ['a new lesion is progression whatever the sums', [{ before: 60, now: 10 }], { newLesions: 'present' }, 'progressive', 'newLesions', -83.3],
    ['other lesions in progression', [{ before: 60, now: 10 }], { nonTargets: 'progression' }, 'progressive', 'nonTargetProgression', -83.3],
    ['without baseline there is no response', [{ before: 60, now: 10 }, { now: 12 }], {}, 'notEvaluable', 'noBaseline', null],
    ['again visible after it was gone: from 0, by millimetres alone', [{ before: 40, smallest: 0, now: 6 }], {}, 'progressive', 'twentyPercentMore', -85],
  ] as const)('%s', (_, lesions, more, response, because, fromBaselinePercent) => {
    expect(recistOf(form(lesions, more))).toMatchObject({ response, because, fromBaselinePercent });
  });

  it('sums are exact to a tenth of a millimetre, and a lesion without a measure now does not count', () => {
    expect(recistOf(form([{ before: 10.1, now: 10.2 }, { before: 0.2, now: 0.1 }]))).toMatchObject({ targets: 2, baselineSum: 10.3, nowSum: 10.3, fromSmallestMm: 0 });
    expect(recistOf({})).toBeNull();
    expect(recistOf({ targets: { state: 'notApplicable', reason: 'no measurable lesion' } })).toBeNull();
  });

  it('says which lesions were too small to be measured at baseline', () => {
    expect(recistOf(form([{ before: 9, now: 9 }, { kind: 'node', before: 14, now: 14 }]))?.doubts).toEqual(['lesionBelow10', 'nodeBelow15']);
  });

  it('names organs with more than two targets, however they were typed', () => {
    expect(organsWithTooMany(form([{ organ: 'Lung', now: 1 }, { organ: 'lung ', now: 1 }, { organ: 'LUNG', now: 1 }, { organ: 'liver', now: 1 }]))).toEqual(['lung']);
  });
});
