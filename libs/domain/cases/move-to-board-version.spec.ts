import { boneSarcomaBoard } from '../boards/bone-sarcoma.js';
import type { BoardDefinition } from '../boards/definition.js';
import { answersOn } from '../forms/migrate.js';
import { openTasksOf } from '../tasks/task.js';
import { choice, longText, needed, rows, text } from '../forms/fields.js';
import type { FormDefinition } from '../forms/definition.js';
import { evolveCase } from './evolve.js';
import { missingItems } from './completeness.js';
import { boardMoveOf, boardVersionAt } from './move-to-board-version.js';
import { inReview, me } from './stand.fixture.js';
import { as, board, process, type World } from './world.fixture.js';

const [type] = board.tumorTypes;
if (type === undefined) throw new Error('no tumor type');
/** Version 2 asks for the room of the biopsy, no longer for the Enneking stage, and gives reviews an hour. */
const second: BoardDefinition = {
  ...boneSarcomaBoard({ ...board }), version: 2,
  tumorTypes: [{ ...type, secondPathology: false, items: [...type.items.filter(({ id }) => id !== 'enneking'), { id: 'biopsyRoom', domain: 'pathology', required: true }] }],
  ladders: { ...board.ladders, imagingReview: { allowance: { amount: 1, unit: 'workingHours' }, rungs: [{ name: 'due', kind: 'escalate', fraction: 1, tells: ['owner'] }] } },
};
const admin = (world: World) => as('adminShanghai', world.now);
const move = (world: World, data: Partial<{ boardId: string; fromVersion: number; toVersion: number }> = {}, by = admin(world), texts = { reason: 'The new data set is needed.' }) =>
  world.put('moveToBoardVersion', { boardId: board.id, fromVersion: 1, toVersion: 2, ...data }, by, texts);
const standing = (): World => { const world = inReview(); world.toBoard = second; return world; };

describe('a case that is moved to its board\'s next version', () => {
  it('keeps its answers and its deadlines, and says what is missing now and what is no longer asked', () => {
    const world = standing();
    const before = world.theCase;
    const told = boardMoveOf(before, board, second);
    expect(told).toMatchObject({ becomesMissing: ['biopsyRoom'], noLongerAsked: ['enneking'], secondPathology: 'ends' });
    expect(move(world)).toBeNull();
    const { boardVersion, policyVersion, items, tasks, boardMoves } = world.theCase;
    expect([boardVersion, policyVersion, boardMoves]).toEqual([2, 1, [{ from: 1, to: 2, at: world.now }]]);
    expect(tasks).toEqual(before.tasks);
    expect(items).toEqual({ ...Object.fromEntries(Object.entries(before.items).filter(([id]) => id !== 'enneking')), biopsyRoom: 'missing' });
    expect(missingItems(world.theCase, second)).toEqual([...missingItems(before, board).filter((id) => id !== 'enneking'), 'biopsyRoom']);
    expect(world.events.at(-1)).toMatchObject({ type: 'MovedToBoardVersion', data: { from: 1, to: 2, becomesMissing: ['biopsyRoom'], noLongerAsked: ['enneking'], items: told?.items } });
    world.now = '2027-01-01T00:00:00.000Z';
    expect([boardVersionAt(world.theCase, '2026-01-01T00:00:00.000Z'), boardVersionAt(world.theCase, world.now)]).toEqual([1, 2]);
  });

  it('owes no longer what the new data set does not have: the request ends, with the cause', () => {
    const world = standing();
    const state = { ...world.theCase, items: { ...world.theCase.items, enneking: 'missing' as const, whoClass: 'missing' as const } };
    world.state = state;
    for (const item of ['enneking', 'whoClass']) expect(world.put('requestItem', { item, treatment: null, of: 'originCaseManager', personId: null, neededForMeeting: true }, me(world, 'he'))).toBeNull();
    const [asked, other] = openTasksOf(world.theCase.tasks, 'supplyItem');
    expect(boardMoveOf(world.theCase, board, second)?.requestsEnded.map(({ id }) => id)).toEqual([asked?.id]);
    expect(move(world)).toBeNull();
    expect(world.events.at(-1)).toMatchObject({ type: 'TaskCancelled', data: { taskId: asked?.id, cause: 'noLongerAsked' } });
    expect(openTasksOf(world.theCase.tasks, 'supplyItem').map(({ id }) => id)).toEqual([other?.id]);
  });

  it('misses no new item that is answered already, or that another answer makes needless', () => {
    const world = standing();
    const sections = [...type.referralForm.sections, { id: 'own', fields: [text('biopsyRoom'), choice('screened', 'yesNo', ['yes', 'no']), text('screenedWhere', { required: true, showWhen: { field: 'screened', is: ['yes'] } })] }];
    const item = (id: string) => ({ id, domain: 'pathology' as const, required: true });
    const third: BoardDefinition = { ...board, version: 2, tumorTypes: [{ ...type, items: [...type.items, item('biopsyRoom'), item('screenedWhere')], referralForm: { ...type.referralForm, version: 2, sections } }] };
    const answers = (screened: string) => ({ biopsyRoom: { state: 'given' as const, value: 'Theatre 2' }, screened: { state: 'given' as const, value: screened } });
    expect(boardMoveOf(world.theCase, board, third, answers('no'))).toMatchObject({ becomesMissing: [], settled: ['biopsyRoom', 'screenedWhere'], items: { biopsyRoom: 'given', screenedWhere: 'notApplicable' } });
    expect(boardMoveOf(world.theCase, board, third, answers('yes'))).toMatchObject({ becomesMissing: ['screenedWhere'], settled: ['biopsyRoom'] });
    expect(boardMoveOf(world.theCase, board, third, {})).toMatchObject({ becomesMissing: ['biopsyRoom', 'screenedWhere'], settled: [] });
    expect(boardMoveOf({ ...world.theCase, items: { ...world.theCase.items, screenedWhere: 'missing' } }, third, third, answers('no'))?.items).toMatchObject({ screenedWhere: 'notApplicable' });
  });

  it.each<[what: string, code: string, how: (world: World) => ReturnType<typeof move>]>([
    ['an older version', 'BOARD.VERSION_NOT_NEWER', (world) => move(world, { toVersion: 1 })],
    ['another board', 'BOARD.ANOTHER_BOARD', (world) => move(world, { boardId: 'general' })],
    ['a version that is none', 'BOARD.NO_SUCH_VERSION', (world) => { world.toBoard = null; return move(world, { toVersion: 7 }); }],
    ['a version without its tumor type', 'BOARD.TUMOR_TYPE_GONE', (world) => { world.toBoard = { ...second, tumorTypes: [{ ...type, code: 'general' }] }; return move(world); }],
    ['a version, from one that it no longer stands on', 'BOARD.CASE_MOVED', (world) => { move(world); return move(world, { toVersion: 3 }); }],
    ['a version, without a reason', 'TEXT.NEEDED', (world) => move(world, {}, admin(world), {} as never)],
    ['a version, by the referrer', 'ACCESS.NOT_ALLOWED', (world) => move(world, {}, me(world, 'dana'))],
    ['a version, by a case manager of the origin', 'ACCESS.NOT_ALLOWED', (world) => move(world, {}, me(world, 'aliya'))],
    ['a version, by somebody of another hospital', 'ACCESS.NOT_FOUND', (world) => move(world, {}, me(world, 'noa'))],
    ['a version, by the process', 'ACCESS.NOT_ALLOWED', (world) => move(world, {}, process)],
    ['a version, when it is over', 'CASE.OVER', (world) => { world.put('withdrawCase', { reason: 'patientsWish' }, me(world, 'he'), { note: 'n', reason: 'r' }); return move(world); }],
  ])('is not moved to %s: %s', (_what, code, how) => {
    const world = standing();
    expect(how(world)).toMatchObject({ code });
  });

  it('is moved by a case manager of the host too', () => expect(move(standing(), {}, as('he', standing().now))).toBeNull());

  it('reads cases from before there were moves', () => {
    const { state } = standing();
    if (state === null) throw new Error('no case');
    expect(state).not.toHaveProperty('boardMoves');
    expect(boardVersionAt(state, '2026-01-01T00:00:00.000Z')).toBe(1);
    expect(evolveCase(state, { type: 'MovedToBoardVersion', version: 1, data: { from: 1, to: 2, items: {}, becomesMissing: [], noLongerAsked: [], textId: 't' } }, state.openedAt, 'x').boardVersion).toBe(2);
  });
});

describe('typed work on the new version\'s form', () => {
  const form = (...fields: FormDefinition['sections'][number]['fields']): FormDefinition => ({ id: 'f', version: 1, sections: [{ id: 's', fields }] });
  const given = (value: string) => ({ state: 'given', value } as const);
  it('stays where id and kind are the same, in rows too, and is left out elsewhere', () => {
    const from = form(text('a'), text('b', needed), text('c'), rows('r', [text('x'), text('y')]));
    const to = form(text('a'), longText('b'), rows('r', [text('x')]));
    const answers = { a: given('1'), b: given('2'), c: given('3'), r: { state: 'given' as const, value: [{ x: given('4'), y: given('5') }] } };
    expect(answersOn(from, to, answers)).toEqual({ a: given('1'), r: { state: 'given', value: [{ x: given('4') }] } });
    expect(answersOn(from, from, answers)).toEqual(answers);
  });
});
