import { answersTo } from '../forms/answers.fixture.js';
import type { FieldAnswer, FormAnswers } from '../forms/definition.js';
import { referralBoneSarcomaForm } from '../forms/referral-bone-sarcoma.js';
import { drafted, me, taskOf } from '../cases/stand.fixture.js';
import { blockerOf } from '../cases/next-step.js';
import { missingItems } from '../cases/completeness.js';
import { nextDue } from '../cases/due.js';
import { missingForMeeting } from '../discussion/missing.js';
import { ladderFor } from '../tasks/deadline.js';
import { faultsOfBoard } from '../boards/faults.js';
import { openTasksOf } from '../tasks/task.js';
import { planMeeting, settleMeeting } from '../cases/walk.fixture.js';
import { board, process, type World } from '../cases/world.fixture.js';

const given = (value: string): FieldAnswer => ({ state: 'given', value });
const treatment = { kind: 'systemicTherapy', country: 'de', from: '2023' } as const;
const row = (document: string) => ({ country: given('de'), kind: given('systemicTherapy'), from: given('2023'), document: given(document) });

/** The referral form filled in but for some fields, and settled. */
const answer = (world: World, without: readonly string[], over: FormAnswers = {}): void => {
  const all = Object.entries(answersTo(referralBoneSarcomaForm, { laterality: given('left'), ...over })).filter(([id]) => !without.includes(id));
  world.draft = { draftId: 'referral', version: 1, formId: referralBoneSarcomaForm.id, answers: Object.fromEntries(all), hash: 'h', authorId: 'dana', at: world.now };
  expect(world.put('answerDataSet', { draftId: 'referral' }, me(world, 'dana'))).toBeNull();
};
const incomplete = (...without: readonly string[]): World => {
  const world = drafted();
  answer(world, without);
  for (const purpose of ['care', 'sharingAcrossBorders'] as const) world.put('recordConsent', { purpose, until: null, fileId: null, byGuardian: false }, me(world, 'aliya'));
  world.put('submitReferral', { emergencyBegunBy: null }, me(world, 'dana'));
  return world;
};
const ask = (world: World, item: string, over: object = {}, by = 'he', texts = {}) =>
  world.put('requestItem', { item, treatment: null, of: 'originCaseManager', personId: null, neededForMeeting: true, ...over }, me(world, by), texts);
const requests = (world: World) => openTasksOf(world.theCase.tasks, 'supplyItem');

describe('a missing item that is asked for', () => {
  it('is a task of whoever owes it, with five working days, then ten, then both case managers', () => {
    const world = incomplete('chestCt', 'huvos');
    expect(ask(world, 'chestCt')).toBeNull();
    expect(requests(world)).toMatchObject([{ ownerId: 'aliya', stage: 'intake', about: { dataItem: 'chestCt', of: 'originCaseManager', askedBy: 'he', needed: 'meeting' }, deadline: { allowance: { amount: 5, unit: 'workingDays' } } }]);
    expect(requests(world)[0]?.deadline?.marks.map(({ name, tells }) => [name, tells])).toEqual([['half', ['owner']], ['due', ['owner', 'originCaseManager']], ['later', ['caseManagers']]]);
    expect(nextDue(world.theCase)).not.toBeNull();
    expect(blockerOf(world.theCase, board)).toMatchObject({ code: 'itemAsked', facts: { items: ['chestCt'], ownerId: 'aliya' } });
  });

  it.each([['referrer', null, 'dana', 'astana'], ['hostCaseManager', null, 'he', 'shanghai'], ['person', 'marat', 'marat', 'astana'], ['person', 'xu', 'xu', 'shanghai']] as const)('of %s %s goes to %s', (of, personId, owner, institutionId) => {
    const world = incomplete('biopsyTract');
    expect(ask(world, 'biopsyTract', { of, personId })).toBeNull();
    expect(requests(world)).toMatchObject([{ ownerId: owner, offer: { institutionId } }]);
  });

  it('of a source outside is seen to by who asks, and the source is named in words', () => {
    const world = incomplete('biopsyTract');
    expect(ask(world, 'biopsyTract', { of: 'outside' }, 'aliya')).toMatchObject({ code: 'TEXT.NEEDED', field: 'source' });
    expect(ask(world, 'biopsyTract', { of: 'outside' }, 'aliya', { source: 'A clinic abroad' })).toBeNull();
    expect(requests(world)).toMatchObject([{ ownerId: 'aliya' }]);
    expect(JSON.stringify(world.events)).not.toContain('A clinic abroad');
  });

  it.each([
    ['what is answered', 'ecog', {}, 'REQUEST.NOT_MISSING'], ['what the board does not ask for', 'shoeSize', {}, 'INTAKE.ITEM_UNKNOWN'], ['two things at once', 'chestCt', { treatment }, 'REQUEST.WHAT'],
    ['somebody of another hospital', 'chestCt', { of: 'person', personId: 'levi' }, 'REQUEST.PERSON_UNKNOWN'],
  ])('is not %s', (_what, item, over, code) => {
    expect(ask(incomplete('chestCt'), item, over)).toMatchObject({ code });
  });

  it('is asked for once, by case managers only', () => {
    const world = incomplete('chestCt');
    expect(ask(world, 'chestCt', {}, 'dana')).toMatchObject({ code: 'ACCESS.NOT_ALLOWED' });
    ask(world, 'chestCt');
    expect(ask(world, 'chestCt', { of: 'referrer' })).toMatchObject({ code: 'REQUEST.OPEN_ALREADY', facts: { owner: 'aliya' } });
  });

  it('ends by itself when the form answers it, also after the file was let through without it', () => {
    const world = incomplete('chestCt', 'huvos');
    world.put('overrideIntake', { code: 'exceptionalUrgency' }, me(world, 'he'), { reason: 'r' });
    world.settle();
    expect(world.put('answerDataSet', { draftId: 'referral' }, me(world, 'dana'))).toMatchObject({ code: 'INTAKE.OVER' });
    ask(world, 'chestCt');
    ask(world, 'huvos');
    answer(world, ['huvos']);
    expect(requests(world).map((task) => task.about['dataItem'])).toEqual(['huvos']);
    expect(Object.values(world.theCase.tasks).find((task) => task.about['dataItem'] === 'chestCt')).toMatchObject({ status: 'completed', result: 'answered:form', closedBy: 'dana' });
  });

  it('ends when a document of its kind comes, or one that names the request', () => {
    const world = incomplete('pathologyDate', 'chestCt');
    ask(world, 'pathologyDate');
    ask(world, 'chestCt');
    const add = (documentId: string, kind: string, answers: string | null) => world.put('addDocument', { documentId, fileId: documentId, kind, language: 'ru', sha256: documentId, answers }, me(world, 'aliya'));
    expect(add('a', 'pathologyReport', null)).toBeNull();
    expect(requests(world).map((task) => task.about['dataItem'])).toEqual(['chestCt']);
    expect(add('b', 'other', 'no such task')).toMatchObject({ code: 'TASK.UNKNOWN' });
    expect(add('b', 'other', taskOf(world, 'supplyItem').id)).toBeNull();
    expect(requests(world)).toEqual([]);
    expect(add('c', 'other', Object.keys(world.theCase.tasks).find((id) => world.theCase.tasks[id]?.kind === 'supplyItem') ?? '')).toMatchObject({ code: 'TASK.CLOSED' });
  });

  it('is answered in words, or not asked for any more with a reason', () => {
    const world = incomplete('chestCt', 'huvos');
    ask(world, 'chestCt');
    const { id } = taskOf(world, 'supplyItem');
    expect(world.put('answerItem', { taskId: id }, me(world, 'aliya'))).toMatchObject({ code: 'TEXT.NEEDED' });
    expect(world.put('answerItem', { taskId: id }, me(world, 'aliya'), { note: 'The film left by courier.' })).toBeNull();
    ask(world, 'huvos');
    expect(world.put('cancelItemRequest', { taskId: taskOf(world, 'supplyItem').id, reason: 'cannotBeHad' }, me(world, 'he'))).toBeNull();
    expect(requests(world)).toEqual([]);
  });

  it('is asked for again by hand, once a day at most, and counted', () => {
    const world = incomplete('chestCt');
    ask(world, 'chestCt');
    const chase = (by: string) => world.put('chaseItem', { taskId: taskOf(world, 'supplyItem').id }, me(world, by));
    const { version } = taskOf(world, 'supplyItem');
    expect(chase('he')).toBeNull();
    expect(chase('aliya')).toMatchObject({ code: 'REQUEST.CHASED_JUST_NOW', facts: { by: 'he' } });
    world.now = new Date(Date.parse(world.now) + 25 * 3_600_000).toISOString();
    expect(chase('he')).toBeNull();
    expect(taskOf(world, 'supplyItem')).toMatchObject({ chased: { count: 2, by: 'he' }, version });
  });
});

describe('the papers of an earlier treatment', () => {
  it('are one request a source, which ends when the form says that they are here', () => {
    const world = incomplete();
    const put = () => world.put('requestItem', { item: null, treatment, of: 'outside', personId: null, neededForMeeting: false }, me(world, 'aliya'), { source: 'University hospital' });
    expect(put()).toBeNull();
    expect(put()).toMatchObject({ code: 'REQUEST.OPEN_ALREADY' });
    expect(blockerOf(world.theCase, board)).toBeNull();
    answer(world, [], { priorTreatments: { state: 'given', value: [row('requested')] } });
    expect(requests(world)).toHaveLength(1);
    answer(world, [], { priorTreatments: { state: 'given', value: [row('present')] } });
    expect(requests(world)).toEqual([]);
  });
});

describe('the freeze of files', () => {
  /** Before the board without its chest CT: taken off the file after it was accepted. */
  const beforeTheBoard = (needed: boolean): World => {
    const world = incomplete('chestCt');
    world.put('overrideIntake', { code: 'exceptionalUrgency' }, me(world, 'he'), { reason: 'r' });
    world.settle();
    planMeeting(world);
    for (const stage of ['pathologyReview', 'imagingReview'] as const) world.state = { ...world.theCase, stages: { ...world.theCase.stages, [stage]: { ...world.theCase.stages[stage], status: 'done', leftAt: world.now } }, tasks: {} };
    world.state = { ...world.theCase, opinions: Object.fromEntries((['pathology', 'imaging'] as const).map((kind) => [kind, { id: kind, taskId: kind, kind, round: 1, version: 1, draftId: kind, formVersion: 1, hash: kind, signedBy: 'chen', discipline: 'pathology', institutionId: 'shanghai', signedAt: world.now, discordance: null, codes: {} } as const])) };
    ask(world, 'chestCt', { neededForMeeting: needed });
    world.settle();
    return world;
  };

  it('takes a case off the agenda at the cut while what is needed is still asked for, with its cause', () => {
    const world = beforeTheBoard(true);
    expect(missingForMeeting(world.theCase)).toEqual(['supplyItem']);
    world.now = world.meetings.get('meeting-1')?.cutAt ?? '';
    planMeeting(world);
    world.meet('runDue', 'meeting-1', { dueAt: world.now }, process);
    settleMeeting(world, 'meeting-1');
    expect(world.events.find((one) => one.type === 'CaseDelisted')?.data).toEqual({ meetingId: 'meeting-1', cause: 'fileIncomplete' });
    expect(world.theCase.listed?.meetingId).toBe('meeting-2');
  });

  it('leaves a case on the agenda whose request does not hold the board up, or whose file the chair takes as it is', () => {
    expect(missingForMeeting(beforeTheBoard(false).theCase)).toEqual([]);
    const world = beforeTheBoard(true);
    world.put('acceptIncompleteFile', {}, me(world, 'wang'), { reason: 'It cannot be had.' });
    expect(missingForMeeting(world.theCase)).toEqual([]);
  });

  it('asks the origin for what nobody was asked for, where nobody let the file through without it', () => {
    const world = beforeTheBoard(true);
    world.state = { ...world.theCase, override: null, items: { ...world.theCase.items, huvos: 'missing' } };
    expect(missingItems(world.theCase, board)).toEqual(expect.arrayContaining(['chestCt', 'huvos']));
    world.now = world.meetings.get('meeting-1')?.freezeAt ?? '';
    world.meet('runDue', 'meeting-1', { dueAt: world.now }, process);
    settleMeeting(world, 'meeting-1');
    expect(requests(world).map(({ about, ownerId }) => [about['dataItem'], ownerId]).sort()).toEqual([['chestCt', 'aliya'], ['huvos', 'aliya']]);
  });
});

it('a board from before requests has the shipped clock for them, and no fault', () => {
  const { supplyItem: _, ...before } = board.ladders;
  expect(ladderFor({ ...board, ladders: before }, 'supplyItem', 'urgent').ladder.allowance).toEqual({ amount: 5, unit: 'workingDays' });
  expect(faultsOfBoard({ ...board, ladders: before })).toEqual([]);
  const { sign: __, ...unsigned } = board.ladders;
  expect(faultsOfBoard({ ...board, ladders: unsigned })).toEqual(['ladders.sign: missing']);
});
