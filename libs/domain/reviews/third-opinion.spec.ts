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
    expect(world.put('resolveDiscordance', { taskId: taskOf(world, 'resolveDiscordance').id, how: 'consensus' }, me(world, 'gu'), { note: 'Read together.' })).toBeNull();
    expect(openTasksOf(world.theCase.tasks, 'thirdOpinion')).toEqual([]);
  });
});
