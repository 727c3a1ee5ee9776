import { as } from '../cases/world.fixture.js';
import { claim, fillIn, inReview, me, taskOf, typesOf } from '../cases/stand.fixture.js';
import type { World } from '../cases/world.fixture.js';
import { readyMoves } from '../cases/process.js';
import type { DiscordanceGrade } from '../cases/lists.js';
import type { TaskKind } from '../tasks/task.js';
import { signReview } from './sign-review.js';

const sign = (world: World, kind: TaskKind, by: string, discordance: DiscordanceGrade | null = null, seenDraftVersion = 1) => {
  const task = claim(world, kind, by);
  fillIn(world, task);
  return world.put('signReview', { taskId: task.id, draftId: `draft-${task.id}`, seenDraftVersion, discordance }, me(world, by));
};
const entered = (world: World, stage: string): number => world.events.filter((event) => event.type === 'StageEntered' && event.data.stage === stage).length;

describe('signing a review', () => {
  it('asks for a sign-in at most ten minutes old', () => expect(signReview.needsFreshSignIn).toBe(true));

  it('is by the owner alone, on the newest draft, with answers that the form takes', () => {
    const world = inReview();
    const task = claim(world, 'pathologyReview', 'chen');
    const put = (by: string, seenDraftVersion: number) => world.put('signReview', { taskId: task.id, draftId: `draft-${task.id}`, seenDraftVersion, discordance: null }, me(world, by));
    expect(put('chen', 1)).toMatchObject({ code: 'DRAFT.NOT_FOUND' });
    fillIn(world, task, {}, 4);
    expect(put('gu', 4)).toMatchObject({ code: 'TASK.NOT_YOURS', facts: { owner: 'chen' } });
    expect(put('chen', 3)).toMatchObject({ code: 'DRAFT.NEWER_VERSION', facts: { version: 4, by: 'chen' } });
    fillIn(world, task, { site: { state: 'given', value: '' } }, 4);
    expect(put('chen', 4)).toMatchObject({ code: 'FORM.INVALID', field: 'site', facts: { fields: ['site'] } });
    fillIn(world, task, {}, 4);
    expect(put('chen', 4)).toBeNull();
    expect(Object.values(world.theCase.opinions)[0]).toMatchObject({ signedBy: 'chen', formVersion: 4, hash: 'hash-4', version: 1, codes: { laterality: 'left' } });
    expect(put('chen', 4)).toMatchObject({ code: 'TASK.CLOSED', facts: { result: 'signed', by: 'chen' } });
  });

  it('is refused where the form contradicts itself', () => {
    const world = inReview();
    const task = claim(world, 'pathologyReview', 'chen');
    fillIn(world, task, { nodesExamined: { state: 'given', value: 3 }, nodesPositive: { state: 'given', value: 4 } });
    expect(world.put('signReview', { taskId: task.id, draftId: `draft-${task.id}`, seenDraftVersion: 1, discordance: null }, me(world, 'chen'))).toMatchObject({ code: 'SCORE.NODES_OVER_EXAMINED', field: 'nodesPositive', facts: { positive: 4, examined: 3 } });
    expect(world.theCase.opinions).toEqual({});
  });

  it('of imaging takes at most two targets of an organ and five in all [RECIST 1.1]', () => {
    const world = inReview();
    const task = taskOf(world, 'imagingReview');
    world.put('claimTask', { taskId: task.id }, me(world, 'xu'));
    const given = (value: string | number) => ({ state: 'given' as const, value });
    const lesions = (...organs: readonly string[]) => ({ targets: { state: 'given' as const, value: organs.map((organ) => ({ lesion: given('l'), organ: given(organ), lesionKind: given('other'), now: given(20) })) } });
    const put = (version: number, answers: Parameters<typeof fillIn>[2]) => {
      fillIn(world, task, answers, version);
      return world.put('signReview', { taskId: task.id, draftId: `draft-${task.id}`, seenDraftVersion: version, discordance: null }, me(world, 'xu'));
    };
    expect(put(1, lesions('lung', 'Lung', 'lung '))).toMatchObject({ code: 'REVIEW.TARGETS_AN_ORGAN', facts: { most: 2 }, field: 'targets' });
    expect(put(2, lesions('a', 'b', 'c', 'd', 'e', 'f'))).toMatchObject({ code: 'FORM.INVALID', facts: { faults: ['targets:tooMany'] } });
    expect(put(3, lesions('lung', 'lung', 'liver'))).toBeNull();
  });

  it('of a sarcoma from outside opens a second reading by another person, with its grade; the stage is left after it', () => {
    const world = inReview();
    expect(sign(world, 'pathologyReview', 'chen')).toBeNull();
    expect(world.theCase.stages.pathologyReview.status).toBe('active');
    expect(world.put('claimTask', { taskId: taskOf(world, 'secondPathologyReview').id }, me(world, 'chen'))).toMatchObject({ code: 'TASK.SECOND_READER_IS_FIRST' });
    expect(sign(world, 'secondPathologyReview', 'gu')).toMatchObject({ code: 'REVIEW.DISCORDANCE_NEEDED' });
    expect(sign(world, 'secondPathologyReview', 'gu', 'minor')).toBeNull();
    expect(world.theCase.stages.pathologyReview.status).toBe('done');
  });

  it('P8: amending pathology twice never stands in for imaging, and the discussion is entered once', () => {
    const world = inReview();
    sign(world, 'pathologyReview', 'chen');
    sign(world, 'secondPathologyReview', 'gu', 'none');
    for (let version = 2; version < 4; version += 1) {
      const opinion = Object.values(world.theCase.opinions).filter(({ kind }) => kind === 'pathology').at(-1);
      const task = world.theCase.tasks[opinion?.taskId ?? ''];
      if (opinion === undefined || task === undefined) throw new Error('not signed');
      fillIn(world, task, {}, version);
      expect(world.put('amendOpinion', { opinionId: opinion.id, draftId: `draft-${task.id}`, seenDraftVersion: version, discordance: null }, me(world, 'chen'))).toMatchObject({ code: 'TEXT.NEEDED' });
      expect(world.put('amendOpinion', { opinionId: opinion.id, draftId: `draft-${task.id}`, seenDraftVersion: version, discordance: null }, me(world, 'chen'), { reason: 'r' })).toBeNull();
    }
    expect(readyMoves(world.theCase)).toEqual([]);
    expect(entered(world, 'discussion')).toBe(0);
    sign(world, 'imagingReview', 'xu');
    expect(readyMoves(world.theCase)).toEqual([{ name: 'enterDiscussion', round: 1000 }]);
    world.settle();
    expect(entered(world, 'discussion')).toBe(1);
    expect(Object.values(world.theCase.opinions).filter(({ kind }) => kind === 'pathology').map(({ version }) => version)).toEqual([1, 2, 3]);
  });

  it('with a major discordance keeps the case from the board until both readings are settled', () => {
    const world = inReview();
    sign(world, 'pathologyReview', 'chen');
    sign(world, 'imagingReview', 'xu');
    sign(world, 'secondPathologyReview', 'gu', 'benignToMalignant');
    expect(readyMoves(world.theCase)).toEqual([]);
    const task = taskOf(world, 'resolveDiscordance');
    expect(task.ownerId).toBe('chen');
    expect(world.put('resolveDiscordance', { taskId: task.id, how: 'thirdOpinion' }, me(world, 'gu'), { note: 'n' })).toMatchObject({ code: 'REVIEW.THIRD_READER_NEEDED' });
    expect(world.put('resolveDiscordance', { taskId: task.id, how: 'consensus' }, me(world, 'gu'))).toMatchObject({ code: 'TEXT.NEEDED' });
    expect(world.put('resolveDiscordance', { taskId: task.id, how: 'consensus' }, me(world, 'gu'), { note: 'n' })).toBeNull();
    expect(readyMoves(world.theCase)).toEqual([]);
    expect(world.put('confirmConsensus', { taskId: task.id, textId: world.theCase.consensus?.[task.id]?.textId ?? '' }, me(world, 'chen'))).toBeNull();
    expect(readyMoves(world.theCase).map(({ name }) => name)).toEqual(['enterDiscussion']);
  });

  it('waits for material with its clock stopped, and goes on with what was left', () => {
    const world = inReview();
    const task = claim(world, 'imagingReview', 'xu');
    const dueBefore = task.deadline?.dueAt ?? '';
    world.now = '2026-11-03T03:00:00.000Z';
    expect(world.put('requestMaterial', { taskId: task.id, items: [], pausesClock: true }, me(world, 'xu'))).toMatchObject({ code: 'REVIEW.ITEMS_NEEDED' });
    expect(world.put('requestMaterial', { taskId: task.id, items: ['dicom'], pausesClock: true }, me(world, 'xu'))).toBeNull();
    expect(taskOf(world, 'imagingReview')).toMatchObject({ noDeadlineBecause: 'awaitingMaterial', ownerId: 'xu' });
    const supply = taskOf(world, 'supplyMaterial');
    expect(supply).toMatchObject({ ownerId: 'aliya', about: { taskId: task.id, items: 'dicom' } });
    world.now = '2026-11-04T03:00:00.000Z';
    expect(world.put('supplyMaterial', { taskId: supply.id }, me(world, 'aliya'))).toBeNull();
    const after = taskOf(world, 'imagingReview');
    expect(after.noDeadlineBecause).toBeNull();
    expect(after.deadline?.dueAt).toBe(new Date(Date.parse(dueBefore) + 24 * 3_600_000).toISOString());
    expect(typesOf(world).filter((type) => type === 'TaskPaused')).toHaveLength(1);
  });

  it('a conflict that the chair notes takes the task back into the pool', () => {
    const world = inReview();
    claim(world, 'imagingReview', 'xu');
    expect(world.put('declareConflict', { personId: 'xu' }, as('wang', world.now))).toBeNull();
    expect(taskOf(world, 'imagingReview').ownerId).toBeNull();
    expect(world.put('declareConflict', { personId: 'xu' }, as('wang', world.now))).toMatchObject({ code: 'CONFLICT.KNOWN' });
  });
});
