import { sameValue } from '../core/same-value.js';
import type { FormDefinition, FormField } from '../forms/definition.js';
import type { BoardDefinition } from './definition.js';
import { visitMonths } from './follow-up-plan.js';
import { formsOfBoard } from './form-faults.js';

/**
 * One thing that is otherwise in a board's next version: a code, and what fills its sentence (codes and names, never texts of a case).
 * Words: `admin.difference.<code>`.
 */
export interface BoardDifference { readonly code: string; readonly facts: Readonly<Record<string, string | number>> }
type Facts = BoardDifference['facts'];

const differs = (code: string, facts: Facts, before: unknown, after: unknown): readonly BoardDifference[] => (sameValue(before, after) ? [] : [{ code, facts }]);
const listed = (part: string, facts: (one: string) => Facts, before: readonly string[] = [], after: readonly string[] = []): readonly BoardDifference[] => [
  ...after.filter((one) => !before.includes(one)).map((one) => ({ code: `${part}Added`, facts: facts(one) })),
  ...before.filter((one) => !after.includes(one)).map((one) => ({ code: `${part}Removed`, facts: facts(one) })),
];
const byKey = <Item>(items: readonly Item[], key: (item: Item) => string): ReadonlyMap<string, Item> => new Map(items.map((item) => [key(item), item]));
/** What is on both sides, pair by pair. */
const pairs = <Item>(before: ReadonlyMap<string, Item>, after: ReadonlyMap<string, Item>): readonly (readonly [string, Item, Item])[] =>
  [...after].flatMap(([key, now]) => { const was = before.get(key); return was === undefined ? [] : [[key, was, now] as const]; });

const quorum = ({ quorum: before }: BoardDefinition, { quorum: after }: BoardDefinition): readonly BoardDifference[] => [
  ...listed('discipline', (discipline) => ({ discipline }), before.requiredDisciplines, after.requiredDisciplines),
  ...differs('specialties', { from: before.minimumSpecialties, to: after.minimumSpecialties }, before.minimumSpecialties, after.minimumSpecialties),
  ...differs(after.bothSidesWhenCrossBorder ? 'bothSidesBegin' : 'bothSidesEnd', {}, before.bothSidesWhenCrossBorder, after.bothSidesWhenCrossBorder),
];

const dataSets = (before: BoardDefinition, after: BoardDefinition): readonly BoardDifference[] => {
  const [was, now] = [byKey(before.tumorTypes, ({ code }) => code), byKey(after.tumorTypes, ({ code }) => code)];
  return [
    ...listed('tumorType', (tumorType) => ({ tumorType }), [...was.keys()], [...now.keys()]),
    ...pairs(was, now).flatMap(([tumorType, old, fresh]) => {
      const [oldItems, items] = [byKey(old.items, ({ id }) => id), byKey(fresh.items, ({ id }) => id)];
      return [
        ...listed('item', (item) => ({ tumorType, item }), [...oldItems.keys()], [...items.keys()]),
        ...pairs(oldItems, items).flatMap(([item, from, to]) => [...differs(to.required ? 'itemRequired' : 'itemOptional', { tumorType, item }, from.required, to.required), ...differs('itemChanged', { tumorType, item }, { ...from, required: true }, { ...to, required: true })]),
        ...differs('followUpPlan', { tumorType, visits: visitMonths(fresh.followUpPlan ?? []).length }, old.followUpPlan ?? [], fresh.followUpPlan ?? []),
        ...differs(fresh.secondPathology ? 'secondPathologyBegins' : 'secondPathologyEnds', { tumorType }, old.secondPathology, fresh.secondPathology),
      ];
    }),
  ];
};

const fieldsOf = ({ sections }: FormDefinition): ReadonlyMap<string, FormField> => byKey(sections.flatMap(({ fields }) => fields), ({ id }) => id);
const forms = (before: BoardDefinition, after: BoardDefinition): readonly BoardDifference[] => {
  const [was, now] = [byKey(formsOfBoard(before), ({ id }) => id), byKey(formsOfBoard(after), ({ id }) => id)];
  return [
    ...listed('form', (form) => ({ form }), [...was.keys()], [...now.keys()]),
    ...pairs(was, now).flatMap(([form, old, fresh]) => {
      const [oldFields, fields] = [fieldsOf(old), fieldsOf(fresh)];
      const found = [
        ...listed('field', (field) => ({ form, field }), [...oldFields.keys()], [...fields.keys()]),
        ...pairs(oldFields, fields).flatMap(([field, from, to]) => differs('fieldChanged', { form, field }, from, to)),
      ];
      // sections in another order, or with other titles
      return found.length > 0 ? found : differs('formArranged', { form }, old.sections, fresh.sections);
    }),
  ];
};

const clocks = (before: BoardDefinition, after: BoardDefinition): readonly BoardDifference[] => {
  const [was, now] = [new Map(Object.entries(before.ladders)), new Map(Object.entries(after.ladders))];
  return [
    ...listed('ladder', (ladder) => ({ ladder }), [...was.keys()], [...now.keys()]),
    ...pairs(was, now).flatMap(([ladder, from, to]) => (sameValue(from.allowance, to.allowance)
      ? differs('ladderChanged', { ladder }, from.rungs, to.rungs)
      : [{ code: 'allowanceChanged', facts: { ladder, from: from.allowance.amount, fromUnit: from.allowance.unit, to: to.allowance.amount, toUnit: to.allowance.unit } }])),
  ];
};

const meetings = (before: BoardDefinition, after: BoardDefinition): readonly BoardDifference[] => [
  ...differs('series', { weekday: after.series.weekday, localTime: after.series.localTime, minutes: after.series.minutes, place: after.series.place }, before.series, after.series),
  ...differs('furtherSeries', { count: after.furtherSeries?.length ?? 0 }, before.furtherSeries ?? [], after.furtherSeries ?? []),
];

/** Members that have sentences of their own above; any other is named, so that nothing changes in silence. */
const told: readonly string[] = ['id', 'version', 'name', 'partnerInstitutionIds', 'quorum', 'tumorTypes', 'pathologyForm', 'imagingForm', 'opinionForms', 'ladders', 'series', 'furtherSeries', 'followUpDays', 'deferralCauses', 'guidelines', 'hostInstitutionId'];
const others = (before: BoardDefinition, after: BoardDefinition): readonly BoardDifference[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((part) => !told.includes(part)).flatMap((part) => differs('part', { part }, Reflect.get(before, part), Reflect.get(after, part)));

/** Everything that is otherwise between two versions of a board, in the order of its definition; the number of the version and its id left out. */
export const boardDifference = (before: BoardDefinition, after: BoardDefinition): readonly BoardDifference[] => [
  ...differs('name', {}, before.name, after.name),
  ...differs('host', { institution: after.hostInstitutionId }, before.hostInstitutionId, after.hostInstitutionId),
  ...listed('partner', (institution) => ({ institution }), before.partnerInstitutionIds, after.partnerInstitutionIds),
  ...quorum(before, after), ...dataSets(before, after), ...forms(before, after), ...clocks(before, after), ...meetings(before, after),
  ...differs('followUpDays', { days: after.followUpDays.join(', ') }, before.followUpDays, after.followUpDays),
  ...listed('deferralCause', (cause) => ({ cause }), before.deferralCauses, after.deferralCauses),
  ...listed('guideline', (guideline) => ({ guideline }), before.guidelines, after.guidelines),
  ...others(before, after),
];
