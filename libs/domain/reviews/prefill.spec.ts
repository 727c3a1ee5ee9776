import type { FieldAnswer, FormAnswers } from '../forms/definition.js';
import { imagingForm } from '../forms/imaging.js';
import { medicalOncologyOpinionForm } from '../forms/opinions/oncology.js';
import { surgeryOpinionForm } from '../forms/opinions/surgery.js';
import { prefillOf } from './prefill.js';

const given = (values: Readonly<Record<string, string | number | readonly string[]>>): FormAnswers => Object.fromEntries(Object.entries(values).map(([id, value]): [string, FieldAnswer] => [id, { state: 'given', value }]));
const referral = { from: 'referral', answers: given({ laterality: 'left', tumorSite: 'Left ilium', ecog: '3', pelvicZones: ['I', 'II'], grade: 'high', walkingAbility: 'bedbound' }) };

describe('what is known already', () => {
  it('is offered with its source, the nearer before the farther; what is typed stays', () => {
    const imaging = { from: 'imaging', answers: given({ laterality: 'right' }) };
    expect(prefillOf(imagingForm, given({ laterality: 'left' }), [imaging, referral]).map(({ field, from }) => [field, from])).toEqual([['site', 'referral'], ['pelvicZones', 'referral']]);
    expect(prefillOf(surgeryOpinionForm, {}, [imaging, referral])).toEqual([
      { field: 'ecog', answer: { state: 'given', value: '3' }, from: 'referral' }, { field: 'laterality', answer: { state: 'given', value: 'right' }, from: 'imaging' },
    ]);
    expect(prefillOf(medicalOncologyOpinionForm, {}, [referral]).map(({ field }) => field)).toEqual(['ecog']);
  });

  it('is no judgement, no "not known", and no code that the form doesn\'t have', () => {
    expect(prefillOf(surgeryOpinionForm, {}, [{ from: 'referral', answers: { ...given({ ecog: '5', laterality: 'upstairs', margins: 'R0' }), approach: { state: 'notKnown', reason: 'r' } } }])).toEqual([]);
  });

  it('measures of an earlier study come as baseline and smallest, never as now', () => {
    const row = (values: Readonly<Record<string, string | number>>) => given(values);
    const earlier: FormAnswers = { targets: { state: 'given', value: [row({ lesion: 'a', before: 60, smallest: 40, now: 45 }), row({ lesion: 'b', now: 20 })] } };
    const [targets] = prefillOf(imagingForm, {}, [], earlier);
    expect(targets).toEqual({ field: 'targets', from: 'earlier', answer: { state: 'given', value: [row({ lesion: 'a', before: 60, smallest: 40 }), row({ lesion: 'b', before: 20, smallest: 20 })] } });
  });
});
