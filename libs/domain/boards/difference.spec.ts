import { boardDifference } from './difference.js';
import type { FormDefinition } from '../forms/definition.js';
import type { BoardDefinition } from './definition.js';
import { asNextVersion } from './next-version.js';
import { boardTemplates } from './templates.js';

const setting = { id: 'b', hostInstitutionId: 'shanghai', partnerInstitutionIds: ['astana'], series: { weekday: 4, localTime: '15:00', zone: 'Asia/Shanghai', minutes: 90, place: 'Video' } } as const;
const breast = boardTemplates.breast(setting);
const said = (after: BoardDefinition): readonly string[] => boardDifference(breast, after).map(({ code, facts }) => [code, ...Object.values(facts)].join(' '));
type Loose = Record<string, unknown>;

describe('the difference between two versions of a board', () => {
  it('is nothing where only the number rose, or the order in which a file names its members', () => {
    const turned = (value: unknown): unknown => (Array.isArray(value) ? value.map(turned) : typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).reverse().map(([key, inner]) => [key, turned(inner)])) : value);
    expect(said({ ...breast, version: 9 })).toEqual([]);
    expect(said(turned(breast) as BoardDefinition)).toEqual([]);
    expect(asNextVersion(turned(breast) as BoardDefinition, breast)).toMatchObject({ imagingForm: { version: 1 }, pathologyForm: { version: 1 } });
  });

  it('is said part by part', () => {
    const [type] = breast.tumorTypes;
    if (type === undefined) throw new Error('no type');
    expect(said({
      ...breast, partnerInstitutionIds: ['bishkek'], quorum: { requiredDisciplines: ['surgery', 'gastroenterology', ...breast.quorum.requiredDisciplines.slice(1, 5)], minimumSpecialties: 3, bothSidesWhenCrossBorder: false },
      tumorTypes: [{ ...type, items: type.items.map((item) => (item.id === 'ki67' ? { ...item, required: false } : item)).filter(({ id }) => id !== 'her2'), followUpPlan: [{ everyMonths: 6, untilYears: 2 }] }],
      ladders: { ...breast.ladders, imagingReview: { ...breast.ladders['imagingReview'] ?? { rungs: [] }, allowance: { amount: 2, unit: 'workingDays' } } },
      followUpDays: [30], deferralCauses: ['other'], guidelines: [...breast.guidelines ?? [], 'OWN'], series: { ...breast.series, localTime: '16:00' },
    })).toEqual([
      'partnerAdded bishkek', 'partnerRemoved astana', 'disciplineAdded gastroenterology', 'disciplineRemoved nursing', 'specialties 4 3', 'bothSidesEnd',
      'itemRemoved breast her2', 'itemOptional breast ki67', 'followUpPlan breast 4', 'allowanceChanged imagingReview 24 workingHours 2 workingDays', 'series 4 16:00 90 Video', 'followUpDays 30',
      ...['pathologyMissing', 'imagingMissing', 'stagingIncomplete', 'patientInformationMissing', 'requiredDisciplineAbsent', 'timeRanOut', 'listedInError'].map((cause) => `deferralCauseRemoved ${cause}`), 'guidelineAdded OWN',
    ]);
  });

  it('hides no change, wherever in the definition it stands', () => {
    // a little of each part: the forms have some two hundred fields of eight kinds of member
    const short = (form: FormDefinition): FormDefinition => ({ ...form, sections: form.sections.slice(0, 2).map((section) => ({ ...section, fields: section.fields.slice(0, 2) })) });
    const small: BoardDefinition = {
      ...breast, pathologyForm: short(breast.pathologyForm), imagingForm: short(breast.imagingForm), ladders: Object.fromEntries(Object.entries(breast.ladders).slice(0, 2)),
      tumorTypes: breast.tumorTypes.map((type) => ({ ...type, items: type.items.slice(0, 3), referralForm: short(type.referralForm) })),
    };
    const changes: string[] = [];
    const walk = (value: unknown, path: readonly string[]): void => {
      if (typeof value === 'object' && value !== null) { for (const [key, inner] of Object.entries(value)) walk(inner, [...path, key]); return; }
      const copy = structuredClone<unknown>(small) as Loose;
      const holder = path.slice(0, -1).reduce<Loose>((within, key) => within[key] as Loose, copy);
      holder[path.at(-1) ?? ''] = typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : `${String(value)}x`;
      if (path[0] !== 'id' && path[0] !== 'version' && path.at(-1) !== 'version' && boardDifference(small, copy as unknown as BoardDefinition).length === 0) changes.push(path.join('/'));
    };
    walk(small, []);
    expect(changes).toEqual([]);
  });
});

describe('the next version of a board', () => {
  it('numbers itself, and only the forms that are otherwise', () => {
    const next = asNextVersion({ ...breast, imagingForm: { ...breast.imagingForm, sections: breast.imagingForm.sections.slice(1) } }, breast);
    expect([next.version, next.imagingForm.version, next.pathologyForm.version]).toEqual([2, 2, 1]);
    expect(asNextVersion({ ...breast, version: 7, pathologyForm: { ...breast.pathologyForm, version: 5 } }, null)).toMatchObject({ version: 1, pathologyForm: { version: 1 } });
  });
});
