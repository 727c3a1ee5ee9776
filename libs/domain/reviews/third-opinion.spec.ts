import { claim, fillIn, inReview, me, taskOf } from '../cases/stand.fixture.js';
import { discordanceGrades } from '../cases/lists.js';
import { openTasksOf } from '../tasks/task.js';
import type { World } from '../cases/world.fixture.js';
import { readyMoves } from '../cases/process.js';

/** Both pathologists have read: Chen first, Gu second, with this grade. */
const read = (grade: (typeof discordanceGrades)[number]): World => {
  const world = inReview();
  for (const [kind, by, discordance] of [['pathologyReview', 'chen', null], ['secondPathologyReview', 'gu', grade], ['imagingReview', 'xu', null]] as const) {
    const task = claim(world, kind, by);
    fillIn(world, task);
    expect(world.put('signReview', { taskId: task.id, draftId: world.draft?.draftId ?? '', seenDraftVersion: 1, discordance }, me(world, by))).toBeNull();
  }
  return world;
};
const ask = (world: World, personId: string | null, by = 'he') => world.put('askThirdOpinion', { taskId: taskOf(world, 'resolveDiscordance').id, personId }, me(world, by));
const give = (world: World, by: string, texts = { note: 'Osteoid in every field.' }) => world.put('giveThirdOpinion', { taskId: taskOf(world, 'thirdOpinion').id, bearsOut: 'second' }, me(world, by), texts);

const agree = (world: World, by: string, note: string | null = 'Read together.') => world.put('resolveDiscordance', { taskId: taskOf(world, 'resolveDiscordance').id, how: 'consensus' }, me(world, by), note === null ? {} : { note });
const confirm = (world: World, by: string, textId?: string) => { const { id: taskId } = taskOf(world, 'resolveDiscordance'); return world.put('confirmConsensus', { taskId, textId: textId ?? world.theCase.consensus?.[taskId]?.textId ?? '' }, me(world, by)); };
const mayDiscuss = (world: World): boolean => readyMoves(world.theCase).some(({ name }) => name === 'enterDiscussion');

it.each(discordanceGrades.map((grade) => [grade, ['major', 'benignToMalignant', 'malignantToBenign'].includes(grade)] as const))('the grade %s keeps the board from deciding: %s', (grade, stops) => {
  const world = read(grade);
  expect([openTasksOf(world.theCase.tasks, 'resolveDiscordance').length === 1, readyMoves(world.theCase).some(({ name }) => name === 'enterDiscussion')]).toEqual([stops, !stops]);
});

describe('a third opinion', () => {
  it('is asked once of somebody who signed neither reading, and settles the discordance in words', () => {
    const world = read('benignToMalignant');
    expect(ask(world, 'gu')).toMatchObject({ code: 'REVIEW.THIRD_READER_NEEDED', field: 'personId' });
    expect(ask(world, 'marat', 'chen')).toBeNull();
    expect(taskOf(world, 'thirdOpinion')).toMatchObject({ ownerId: 'marat', stage: 'pathologyReview', offer: { institutionId: 'astana', discipline: 'pathology' } });
    expect(ask(world, null)).toMatchObject({ code: 'REVIEW.THIRD_ASKED_ALREADY' });
    expect(give(world, 'gu')).toMatchObject({ code: 'TASK.NOT_YOURS' });
    expect(world.put('giveThirdOpinion', { taskId: taskOf(world, 'thirdOpinion').id, bearsOut: 'second' }, me(world, 'marat'))).toMatchObject({ code: 'TEXT.NEEDED' });
    expect(give(world, 'marat')).toBeNull();
    expect(world.events.find((one) => one.type === 'DiscordanceResolved')?.data).toMatchObject({ how: 'thirdOpinion', by: 'marat', bearsOut: 'second' });
    expect([...openTasksOf(world.theCase.tasks, 'resolveDiscordance'), ...openTasksOf(world.theCase.tasks, 'thirdOpinion')]).toEqual([]);
    expect(readyMoves(world.theCase).map(({ name }) => name)).toContain('enterDiscussion');
  });

  it('is not waited for any more once both pathologists agree', () => {
    const world = read('major');
    ask(world, null);
    expect(taskOf(world, 'thirdOpinion')).toMatchObject({ ownerId: null });
    expect(world.put('claimTask', { taskId: taskOf(world, 'thirdOpinion').id }, me(world, 'chen'))).toMatchObject({ refused: true });
    expect(agree(world, 'gu')).toBeNull();
    expect(confirm(world, 'chen')).toBeNull();
    expect(openTasksOf(world.theCase.tasks, 'thirdOpinion')).toEqual([]);
  });
});

describe('a consensus', () => {
  it('is recorded by one of the two who differ and confirmed by the other: until both, the board cannot decide', () => {
    const world = read('major');
    expect(agree(world, 'marat')).toMatchObject({ code: 'REVIEW.READERS_ONLY' });
    expect(agree(world, 'gu', null)).toMatchObject({ code: 'TEXT.NEEDED' });
    expect(confirm(world, 'chen')).toMatchObject({ code: 'REVIEW.NO_CONSENSUS' });
    expect(agree(world, 'gu')).toBeNull();
    expect([taskOf(world, 'resolveDiscordance').ownerId, mayDiscuss(world)]).toEqual(['chen', false]);
    expect(world.events.some(({ type }) => type === 'DiscordanceResolved')).toBe(false);
    expect(confirm(world, 'gu')).toMatchObject({ code: 'REVIEW.CONSENSUS_OWN' });
    expect(confirm(world, 'marat')).toMatchObject({ code: 'REVIEW.READERS_ONLY' });
    expect(confirm(world, 'chen')).toBeNull();
    expect(world.events.find((one) => one.type === 'DiscordanceResolved')?.data).toMatchObject({ how: 'consensus', by: 'gu', confirmedBy: 'chen' });
    expect([openTasksOf(world.theCase.tasks, 'resolveDiscordance'), mayDiscuss(world)]).toEqual([[], true]);
  });

  it('is written anew by who does not agree, and then the first has to confirm; what was on the screen before is not confirmed', () => {
    const world = read('major');
    agree(world, 'chen');
    const [seen] = Object.values(world.theCase.consensus ?? {});
    expect(agree(world, 'gu', 'High grade, not low.')).toBeNull();
    expect(taskOf(world, 'resolveDiscordance').ownerId).toBe('chen');
    expect(confirm(world, 'chen', seen?.textId)).toMatchObject({ code: 'REVIEW.CONSENSUS_CHANGED' });
    expect(confirm(world, 'chen')).toBeNull();
  });

  it('is void once one of the readings is amended, and is not to be had from who has a conflict of interest', () => {
    const world = read('major');
    agree(world, 'gu');
    const task = world.theCase.tasks[Object.values(world.theCase.opinions).find(({ kind }) => kind === 'secondPathology')?.taskId ?? ''];
    if (task === undefined) throw new Error('no second reading');
    const second = Object.values(world.theCase.opinions).find(({ kind }) => kind === 'secondPathology');
    fillIn(world, task, {}, 2);
    expect(world.put('amendOpinion', { opinionId: second?.id ?? '', draftId: world.draft?.draftId ?? '', seenDraftVersion: 2, discordance: 'benignToMalignant' }, me(world, 'gu'), { reason: 'MDM2 came.' })).toBeNull();
    expect(confirm(world, 'chen')).toMatchObject({ code: 'REVIEW.NO_CONSENSUS' });
    world.put('declareConflict', { personId: 'chen' }, me(world, 'he'));
    expect(agree(world, 'gu')).toMatchObject({ code: 'REVIEW.OTHER_READER_GONE' });
    expect(agree(world, 'chen')).toMatchObject({ code: 'TASK.CONFLICT_OF_INTEREST' });
    expect(world.put('resolveDiscordance', { taskId: taskOf(world, 'resolveDiscordance').id, how: 'thirdOpinion' }, me(world, 'marat'), { note: 'n' })).toBeNull();
  });
});
