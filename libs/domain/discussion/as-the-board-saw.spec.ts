import { openOne, decided, me, outcomeOf } from '../cases/reach.fixture.js';
import { fillIn } from '../cases/stand.fixture.js';
import type { World } from '../cases/world.fixture.js';
import { opinionsInForce } from './missing.js';
import { asTheBoardSaw, changedFields, changedSince, type LoggedEvent } from './as-the-board-saw.js';

const logOf = (world: World): readonly LoggedEvent[] => world.events.map((event, place) => ({ event, at: world.times[place] ?? '', actorId: 'x' }));

/** A decision whose imaging report is amended after it, and which is discussed again. */
const discussedAgain = (): { readonly world: World; readonly first: string } => {
  const world = decided();
  const first = outcomeOf(world)?.id ?? '';
  const opinion = Object.values(world.theCase.opinions).find(({ kind }) => kind === 'imaging');
  const task = world.theCase.tasks[opinion?.taskId ?? ''];
  if (opinion === undefined || task === undefined) throw new Error('No imaging opinion');
  fillIn(world, task, { comment: { state: 'given', value: 'two more lesions' } }, 7);
  expect(world.put('amendOpinion', { opinionId: opinion.id, draftId: `draft-${task.id}`, seenDraftVersion: 7, discordance: null }, me(world, opinion.signedBy), { reason: 'read again' })).toBeNull();
  expect(world.put('discussOutcomeAgain', { taskId: openOne(world, 'confirmOutcome').id }, me(world, 'wang'), { note: 'more lesions' })).toBeNull();
  return { world, first };
};

describe('a round as the board saw it', () => {
  it('keeps the reports that lay before the board, though one was amended since, and says which', () => {
    const { world, first } = discussedAgain();
    const saw = asTheBoardSaw(logOf(world), 'case-1', first);
    if (saw === null) throw new Error('No such outcome');
    const imaging = (state: typeof saw.state) => opinionsInForce(state).find(({ kind }) => kind === 'imaging');
    expect(imaging(saw.state)).toMatchObject({ version: 1 });
    expect(imaging(world.theCase)).toMatchObject({ version: 2 });
    expect(saw.state).toMatchObject({ round: 1, outcomes: {}, currentOutcomeId: null });
    expect(changedSince(saw.state, world.theCase)).toMatchObject([{ what: 'opinionAmended', opinion: { kind: 'imaging', version: 2 } }]);
  });

  it('has nothing to say of what was never decided, and no change where nothing changed', () => {
    const world = decided();
    const saw = asTheBoardSaw(logOf(world), 'case-1', outcomeOf(world)?.id ?? '');
    expect(saw && changedSince(saw.state, world.theCase)).toEqual([]);
    expect(asTheBoardSaw(logOf(world), 'case-1', 'another')).toBeNull();
  });

  it('compares answers by what they say, not by how they were stored', () => {
    const given = (value: unknown) => ({ state: 'given' as const, value: value as string });
    expect(changedFields({ a: given('x'), b: given('y'), gone: given('z') }, { b: { value: 'y', state: 'given' }, a: given('w'), come: given('v') })).toEqual(['a', 'gone', 'come']);
  });
});
