import type { Ladder } from '../tasks/allowances.js';
import { isDate } from '../core/date-in-zone.js';
import type { BoardDefinition, MeetingSeries } from './definition.js';
import { faultsOfForms } from './form-faults.js';
import { letterFaults } from './letter-template.js';
import { defaultLadders, laterKinds } from './ladders.js';

const ladderFaults = (key: string, ladder: Ladder | undefined): readonly string[] => {
  if (ladder === undefined) return [`ladders.${key}: missing`];
  const names = ladder.rungs.map((rung) => rung.name);
  return [
    ...(ladder.rungs.some((rung) => rung.fraction === 1 && rung.plus === undefined) ? [] : [`ladders.${key}: no rung at the end of the allowance`]),
    ...(new Set(names).size === names.length ? [] : [`ladders.${key}: two rungs of one name`]),
    ...(ladder.rungs.every((rung) => rung.tells.length > 0) ? [] : [`ladders.${key}: a rung that tells nobody`]),
    ...(ladder.rungs.every((rung) => rung.reassigns !== true || rung.kind === 'escalate') ? [] : [`ladders.${key}: only an escalation reassigns`]),
    // Nobody signs for another: the signature would be nobody's.
    ...(ladder.rungs.every((rung) => rung.reassigns !== true) || !/^sign(\.|$)/.test(key) ? [] : [`ladders.${key}: a signature is never reassigned`]),
    ...(ladder.allowance.amount > 0 ? [] : [`ladders.${key}: no allowance`]),
  ];
};

const seriesFaults = (name: string, { rhythm, localTime, minutes }: MeetingSeries): readonly string[] => [
  ...(/^([01]\d|2[0-3]):[0-5]\d$/.test(localTime) ? [] : [`${name}.localTime: not a time of day`]),
  ...(minutes > 0 ? [] : [`${name}.minutes: none`]),
  ...(rhythm?.every === 'twoWeeks' && !isDate(rhythm.from) ? [`${name}.rhythm.from: not a date`] : []),
];

const thereTwice = (path: string, ids: readonly string[]): readonly string[] => [...new Set(ids.filter((id, place) => ids.indexOf(id) !== place))].map((id) => `${path}.${id}: there twice`);

/** What would leave a case of this board stuck, a task without an end, or an item that nobody can answer: empty where it may be published. */
export const faultsOfBoard = (board: BoardDefinition): readonly string[] => [
  ...Object.keys({ ...defaultLadders, ...board.ladders }).filter((key) => key in board.ladders || (!key.includes('.') && !laterKinds.some((kind) => kind === key))).flatMap((key) => ladderFaults(key, board.ladders[key])),
  ...seriesFaults('series', board.series),
  ...(board.furtherSeries ?? []).flatMap((series, place) => seriesFaults(`furtherSeries.${series.name}`, series).concat(
    /^[a-z][a-zA-Z0-9-]{0,39}$/.test(series.name) && board.furtherSeries?.findIndex(({ name }) => name === series.name) === place ? [] : [`furtherSeries.${series.name}: not a name of its own`])),
  ...(board.tumorTypes.length > 0 ? [] : ['tumorTypes: none']),
  ...board.tumorTypes.flatMap((type) => {
    const fields = new Set(type.referralForm.sections.flatMap((section) => section.fields.map((field) => field.id)));
    return type.items.filter((item) => item.required && !fields.has(item.id) && (item.documentKinds ?? []).length === 0).map((item) => `tumorTypes.${type.code}.${item.id}: nothing answers it`);
  }),
  ...faultsOfForms(board),
  ...thereTwice('tumorTypes', board.tumorTypes.map(({ code }) => code)), ...board.tumorTypes.flatMap(({ code, items }) => thereTwice(`tumorTypes.${code}`, items.map(({ id }) => id))),
  ...(board.partnerInstitutionIds.includes(board.hostInstitutionId) ? ['partnerInstitutionIds: the host itself'] : []),
  ...(board.quorum.minimumSpecialties >= 1 ? [] : ['quorum.minimumSpecialties: less than one']),
  ...(board.waitingTimes ?? []).flatMap(({ code, days, amber, red }) => (days > 0 && amber > 0 && amber < red && red <= 1 ? [] : [`waitingTimes.${code}: amber before red before the last day`])),
  ...board.tumorTypes.flatMap(({ code, followUpPlan = [] }) => (followUpPlan.every(({ everyMonths, untilYears }, place) => everyMonths >= 1 && untilYears * 12 - (followUpPlan[place - 1]?.untilYears ?? 0) * 12 >= everyMonths) ? [] : [`tumorTypes.${code}.followUpPlan: a phase without a visit`])),
  ...(board.letter === undefined ? [] : letterFaults(board.letter)),
  ...(board.followUpDays.every((day) => Number.isInteger(day) && day > 0) ? [] : ['followUpDays: not whole days']),
];
