import { claim, fillIn, inReview, me, monday, taskOf, typesOf } from '../cases/stand.fixture.js';
import { notificationsOf } from '../cases/notifications.js';
import { blockerOf } from '../cases/next-step.js';
import { listed, sitting, recommendation, words } from '../cases/reach.fixture.js';
import { board, people, type World } from '../cases/world.fixture.js';
import type { CaseCommandData } from '../cases/commands.js';
import { missingForMeeting, opinionsInForce } from '../discussion/missing.js';
import { defaultLadders } from '../boards/ladders.js';
import { generalBoard } from '../boards/general.js';
import { faultsOfBoard } from '../boards/faults.js';
import { openTasksOf } from '../tasks/task.js';

const question = { opinionQuestion: 'Can the limb be kept?' };
const ask = (world: World, over: Partial<CaseCommandData['requestOpinion']> = {}, by = 'he', texts: Readonly<Record<string, string>> = question) =>
  world.put('requestOpinion', { discipline: 'surgery', institutionId: 'shanghai', personId: null, needed: false, ...over }, me(world, by), texts);
const told = (world: World) => { const last = world.events.at(-1); return last === undefined ? [] : notificationsOf(last, null, world.theCase, people); };

describe('asking a discipline for an opinion', () => {
  it('offers it to the discipline of a hospital, due by the case\'s urgency, with the question in a row of its own', () => {
    const world = inReview();
    expect(ask(world)).toBeNull();
    const task = taskOf(world, 'opinion');
    expect(task).toMatchObject({ status: 'ready', stage: 'discussion', offer: { institutionId: 'shanghai', role: 'specialist', discipline: 'surgery' }, about: { discipline: 'surgery', askedBy: 'he' }, deadline: { ladder: 'opinion', allowance: { amount: 40, unit: 'workingHours' } } });
    expect(task.about['needed']).toBeUndefined();
    expect(JSON.stringify(world.events)).not.toContain('limb');
    expect(told(world).map(({ personId, kind }) => [personId, kind])).toEqual([['wang', 'taskOffered'], ['sun', 'taskOffered']]);
  });

  it('is for case managers, the chair and who reads for the board', () => {
    const world = inReview();
    expect(ask(world, {}, 'li')).toMatchObject({ code: 'ACCESS.NOT_FOUND' });
    expect(ask(world, {}, 'chen')).toMatchObject({ code: 'ACCESS.NOT_ALLOWED' });
    claim(world, 'pathologyReview', 'chen');
    expect(ask(world, { discipline: 'radiology' }, 'chen')).toBeNull();
    expect(ask(world, {}, 'wang')).toBeNull();
    expect(ask(world, { discipline: 'medicalOncology', institutionId: 'astana' }, 'aliya')).toBeNull();
  });

  it('of a named person: theirs at once; a substitute while they are away; never who has a conflict or no such post', () => {
    const world = inReview();
    expect(ask(world, { institutionId: 'telaviv', personId: 'levi' })).toBeNull();
    expect(taskOf(world, 'opinion')).toMatchObject({ status: 'inProgress', ownerId: 'levi', deadline: { calendarId: 'telaviv' }, about: { askedOf: 'levi' } });
    expect(ask(world, { institutionId: 'telaviv', personId: 'levi' })).toMatchObject({ code: 'OPINION.ASKED_ALREADY' });
    expect(ask(world, { discipline: 'medicalOncology', personId: 'xu' })).toMatchObject({ code: 'TASK.NOT_IN_POOL' });
    world.put('declareConflict', { personId: 'li' }, me(world, 'wang'));
    expect(ask(world, { discipline: 'medicalOncology', personId: 'li' })).toMatchObject({ code: 'TASK.CONFLICT_OF_INTEREST' });
    expect(ask(world, { discipline: 'medicalOncology' })).toMatchObject({ code: 'OPINION.NOBODY_THERE', field: 'institutionId' });
  });

  it('refuses what cannot be asked', () => {
    const world = inReview();
    expect(ask(world, {}, 'he', {})).toMatchObject({ code: 'TEXT.NEEDED', field: 'opinionQuestion' });
    expect(ask(world, { institutionId: 'bishkek' })).toMatchObject({ code: 'OPINION.NOT_OF_THIS_BOARD' });
    expect(ask(world, { discipline: 'nursing' })).toMatchObject({ code: 'OPINION.NOBODY_THERE' });
    expect(ask(world)).toBeNull();
    expect(ask(world)).toMatchObject({ code: 'OPINION.ASKED_ALREADY', facts: { discipline: 'surgery', at: monday } });
  });

  it('is signed on the discipline\'s form; the asker hears of it, and no stage is left by it', () => {
    const world = inReview();
    ask(world, {}, 'wang');
    const task = claim(world, 'opinion', 'sun');
    fillIn(world, task, { resectable: { state: 'given', value: 'no' }, resectableBecause: { state: 'given', value: '' }, expectedMargins: { state: 'given', value: 'R2' } });
    const put = (version: number) => world.put('signReview', { taskId: task.id, draftId: `draft-${task.id}`, seenDraftVersion: version, discordance: null }, me(world, 'sun'));
    expect(put(1)).toMatchObject({ code: 'FORM.INVALID', facts: { fields: ['resectableBecause'] } });
    fillIn(world, task, { resectable: { state: 'given', value: 'no' }, resectableBecause: { state: 'given', value: 'vessels' }, expectedMargins: { state: 'given', value: 'R2' } }, 2);
    expect(put(2)).toBeNull();
    expect(opinionsInForce(world.theCase)).toMatchObject([{ kind: 'opinion', discipline: 'surgery', institutionId: 'shanghai', signedBy: 'sun', codes: { laterality: 'left', resectable: 'no' } }]);
    expect(typesOf(world).filter((type) => type === 'StageLeft')).toEqual(['StageLeft']);
    const signed = world.events.find(({ type }) => type === 'OpinionSigned');
    expect(signed && notificationsOf(signed, null, world.theCase, people, 'sun')).toMatchObject([{ personId: 'wang', kind: 'opinionGiven', as: 'sender', params: { discipline: 'surgery' } }]);
    fillIn(world, task, { resectable: { state: 'given', value: 'yes' } }, 3);
    const [opinion] = opinionsInForce(world.theCase);
    expect(world.put('amendOpinion', { opinionId: opinion?.id ?? '', draftId: `draft-${task.id}`, seenDraftVersion: 3, discordance: null }, me(world, 'sun'), { reason: 'new CT' })).toBeNull();
    expect(opinionsInForce(world.theCase)).toMatchObject([{ version: 2, codes: { resectable: 'yes' } }]);
  });

  it('declined with its coded reason goes back to the pool, and the asker is told', () => {
    const world = inReview();
    ask(world, { personId: 'sun' });
    expect(world.put('declineTask', { taskId: taskOf(world, 'opinion').id, reason: 'notMyField' }, me(world, 'sun'), { note: 'n' })).toBeNull();
    expect(taskOf(world, 'opinion')).toMatchObject({ status: 'ready', ownerId: null });
    expect(told(world).find(({ personId }) => personId === 'he')).toMatchObject({ kind: 'opinionDeclined', params: { discipline: 'surgery', reason: 'notMyField' } });
  });

  it('needed before the meeting it is missing from the file until it is there or not needed any more; else it only waits', () => {
    const world = listed();
    ask(world, { discipline: 'medicalOncology' });
    expect(missingForMeeting(world.theCase)).toEqual([]);
    expect(blockerOf(world.theCase, board)).toBeNull();
    ask(world, { needed: true });
    expect(missingForMeeting(world.theCase)).toEqual(['opinion:surgery']);
    const task = openTasksOf(world.theCase.tasks, 'opinion').find(({ offer }) => offer.discipline === 'surgery');
    expect(blockerOf(world.theCase, board)).toEqual({ code: 'opinionAwaited', facts: { discipline: 'surgery' }, taskId: task?.id });
    expect(world.put('withdrawOpinionRequest', { taskId: task?.id ?? '' }, me(world, 'xu'))).toMatchObject({ code: 'ACCESS.NOT_ALLOWED' });
    expect(world.put('withdrawOpinionRequest', { taskId: task?.id ?? '' }, me(world, 'aliya'), { note: 'n' })).toBeNull();
    expect(missingForMeeting(world.theCase)).toEqual([]);
    expect(world.theCase.tasks[task?.id ?? '']).toMatchObject({ status: 'failed', result: 'cancelled:opinionWithdrawn' });
    expect(world.put('withdrawOpinionRequest', { taskId: task?.id ?? '' }, me(world, 'aliya'))).toMatchObject({ code: 'TASK.CLOSED' });
  });

  it('ends when the board has spoken, and can\'t be asked after', () => {
    const world = sitting();
    ask(world, { discipline: 'radiationOncology' });
    expect(world.put('recordRecommendation', recommendation(world), me(world, 'wang'), words)).toBeNull();
    expect(Object.values(world.theCase.tasks).find(({ kind }) => kind === 'opinion')).toMatchObject({ result: 'cancelled:decided' });
    world.settle();
    world.put('recordOtherOutcome', { meetingId: '', kind: 'coveredByStandard', againBy: null }, me(world, 'wang'));
    expect(ask(world)).toMatchObject({ code: 'OPINION.TOO_LATE' });
  });

  it('of a board from before there were opinions is due by the shipped ladder', () => {
    const older = generalBoard({ id: 'older', hostInstitutionId: 'shanghai', partnerInstitutionIds: [], series: board.series });
    const ladders = Object.fromEntries(Object.entries(defaultLadders).filter(([key]) => !key.startsWith('opinion')));
    expect(faultsOfBoard({ ...older, ladders })).toEqual([]);
    expect(faultsOfBoard({ ...older, ladders: Object.fromEntries(Object.entries(ladders).filter(([key]) => key !== 'sign')) })).toEqual(['ladders.sign: missing']);
  });
});
