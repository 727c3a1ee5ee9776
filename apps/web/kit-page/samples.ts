import type { Due } from '../kit/due.js';
import type { FormDefinition } from '../kit/form/definition.js';
import type { PersonNameValue } from '../kit/person-name.js';
import type { BannerPatient } from '../kit/PatientBanner.js';
import type { StageSegment } from '../kit/StageStrip.js';

/** The six names of case H1, and a long one. */
export const names: readonly PersonNameValue[] = [
  { original: { given: 'Айгүл', patronymic: 'Серікқызы' }, latin: { given: 'Aigul', patronymic: 'Serikqyzy' } },
  { original: { given: 'Нурбек' }, latin: { given: 'Nurbek' } },
  { original: { family: 'Асан уулу', given: 'Тимур' }, latin: { family: 'Asan uulu', given: 'Timur' } },
  { original: { family: '欧阳', given: '若兰' }, latin: { family: 'Ouyang', given: 'Ruolan' } },
  { original: { family: 'בן־דוד', given: 'ג׳ורג׳' }, latin: { family: 'Ben-David', given: 'George' } },
  { notKnown: { reason: 'unconscious' } },
  { original: { family: 'Нұрмұхамбетова-Құдайбергенова', given: 'Әлия', patronymic: 'Ғабитқызы' } },
];

export const patient: BannerPatient = {
  name: { original: { family: 'Ахметова', given: 'Әлия', patronymic: 'Ғабитқызы' }, latin: { family: 'Akhmetova', given: 'Aliya' } },
  birth: { date: '2001-04' }, sex: 'female', identifier: 'KZ 010400 650 142', allergies: { state: 'notAsked' },
};

export const due: Due = {
  at: '2026-12-17T10:00:00.000Z', zone: 'Asia/Almaty', leftMs: 6.2 * 3_600_000, dayMs: 8 * 3_600_000, status: 'dueSoon',
  how: {
    began: '2026-12-15T05:00:00.000Z', allowance: { amount: 16, unit: 'workingHours' }, calendarId: 'almaty', provisional: true,
    skipped: [{ date: '2026-12-16', name: 'Independence Day' }], paused: [{ from: '2026-12-15T08:00:00.000Z', to: '2026-12-15T11:00:00.000Z', reason: 'awaiting slides' }],
  },
};

export const stages: readonly (readonly StageSegment[])[] = [
  [{ stage: 'intake', state: 'done', planned: '2026-11-24', actual: '2026-11-23' }],
  [{ stage: 'pathologyReview', state: 'done', planned: '2026-11-27', actual: '2026-11-26' }, { stage: 'imagingReview', state: 'active', status: 'dueSoon', planned: '2026-11-27' }],
  [{ stage: 'discussion', state: 'notStarted', planned: '2026-12-03' }],
  [{ stage: 'recommendation', state: 'notStarted', planned: '2026-12-07' }],
  [{ stage: 'transfer', state: 'skipped' }],
  [{ stage: 'followUp', state: 'notStarted' }],
];

export const form: FormDefinition = {
  id: 'sample', version: 1,
  sections: [
    { id: 'specimen', fields: [
      { id: 'laterality', kind: 'choice', list: 'laterality', options: ['left', 'right', 'bilateral', 'midline'], required: true },
      { id: 'size', kind: 'number', unit: 'mm', min: 0, max: 2000, askAgainBelow: 2, askAgainAbove: 300, required: true, allowNotKnown: true },
      { id: 'necrosis', kind: 'number', unit: 'percent', min: 0, max: 100, allowNotKnown: true, allowNotApplicable: true },
      { id: 'onset', kind: 'date', allowNotKnown: true },
    ] },
    { id: 'opinion', fields: [
      { id: 'agrees', kind: 'yesNo', required: true },
      { id: 'discordance', kind: 'choices', list: 'discordanceGrade', options: ['minor', 'major', 'benignToMalignant'], showWhen: { field: 'agrees', is: ['no'] }, required: true },
      { id: 'discipline', kind: 'choice', list: 'discipline', options: ['pathology', 'radiology', 'surgery', 'medicalOncology', 'radiationOncology', 'nursing', 'psychoOncology', 'rehabilitation'] },
      { id: 'markers', kind: 'rows', rows: [{ id: 'marker', kind: 'text', required: true }, { id: 'result', kind: 'text' }] },
      { id: 'comment', kind: 'longText' },
    ] },
  ],
};
