import { claim, drafted, inReview, me, monday, submitted, taskOf } from './stand.fixture.js';
import { grantsOf, mayRead } from './grants.js';
import { board, process, staff, type World } from './world.fixture.js';

const readers = (world: World, fields: 'clinical' | 'audit' = 'clinical') => staff.filter(({ id }) => mayRead(me(world, id), grantsOf(world.theCase, board), world.now, fields)).map(({ id }) => id);

describe('who may see a case', () => {
  it('is, of a draft, its typist and the origin\'s case manager; the process reads everything', () => {
    const world = drafted();
    expect(readers(world)).toEqual(['dana', 'aliya']);
    expect(mayRead(process, [], monday)).toBe(true);
  });

  it('widens with what is offered, and leaves another hospital of the board outside', () => {
    const world = submitted();
    expect(readers(world)).toEqual(['wang', 'sun', 'he', 'lin', 'qian', 'dana', 'aliya']);
    const review = inReview();
    expect(readers(review)).toEqual(expect.arrayContaining(['chen', 'gu', 'xu']));
    expect(readers(review)).not.toEqual(expect.arrayContaining(['levi']));
    expect(readers(review, 'audit').filter((id) => !readers(review).includes(id))).toEqual(['adminShanghai']);
  });

  it('keeps an owner\'s sight of what became of the task, and its pool\'s for a day', () => {
    const world = inReview();
    claim(world, 'imagingReview', 'xu');
    world.put('withdrawCase', { reason: 'patientsWish' }, me(world, 'dana'));
    expect(readers(world)).toEqual(expect.arrayContaining(['xu', 'chen']));
    world.now = '2026-11-03T03:00:00.001Z';
    expect(readers(world)).toContain('xu');
    expect(readers(world)).not.toContain('chen');
  });

  it('ends for consultants at once when a consent is withdrawn, and by itself when it lapses', () => {
    const world = inReview();
    claim(world, 'imagingReview', 'xu');
    expect(world.put('withdrawConsent', { purpose: 'sharingAcrossBorders' }, me(world, 'aliya'))).toBeNull();
    expect(readers(world)).toEqual(['dana', 'aliya']);
    expect(world.put('claimTask', { taskId: 'any' }, me(world, 'xu'))).toMatchObject({ code: 'ACCESS.NOT_FOUND' });
    expect(Object.values(world.theCase.tasks).filter((task) => task.closedAt === null).map(({ kind }) => kind)).toEqual(['resumeHold']);

    const lapsing = submitted();
    lapsing.put('recordConsent', { purpose: 'care', until: '2026-11-05', fileId: null, byGuardian: false }, me(lapsing, 'aliya'));
    lapsing.now = '2026-11-05T18:59:59.999Z';
    expect(readers(lapsing)).toContain('he');
    lapsing.now = '2026-11-05T19:00:00.000Z';
    expect(readers(lapsing)).toEqual(['dana', 'aliya']);
  });

  it('comes back with the consent: ended tasks begin again with their whole allowance', () => {
    const world = inReview();
    world.put('withdrawConsent', { purpose: 'care' }, me(world, 'dana'));
    expect(world.put('resumeCase', {}, me(world, 'aliya'))).toMatchObject({ code: 'INTAKE.CONSENT_MISSING', facts: { purposes: ['care'] } });
    world.now = '2026-11-04T03:00:00.000Z';
    world.put('recordConsent', { purpose: 'care', until: null, fileId: null, byGuardian: true }, me(world, 'aliya'));
    expect(world.put('resumeCase', {}, me(world, 'aliya'))).toBeNull();
    expect(world.theCase).toMatchObject({ status: 'open', hold: null });
    expect(taskOf(world, 'imagingReview')).toMatchObject({ status: 'ready', deadline: { startedAt: world.now } });
    expect(readers(world)).toContain('xu');
  });

  it('comes back to a case that was closed meanwhile and is opened again: its reviews if the patient consents by then, else the hold', () => {
    const openKinds = ({ theCase }: World): readonly string[] => Object.values(theCase.tasks).filter(({ closedAt }) => closedAt === null).map(({ kind }) => kind).sort();
    const openedAgain = (consents: boolean): World => {
      const world = inReview();
      world.put('withdrawConsent', { purpose: 'care' }, me(world, 'dana'));
      if (consents) world.put('recordConsent', { purpose: 'care', until: null, fileId: null, byGuardian: false }, me(world, 'aliya'));
      expect(world.put('closeCase', { reason: 'noFunds' }, me(world, 'aliya'))).toBeNull();
      expect(world.put('reopenCase', { reason: 'mistake' }, me(world, 'aliya'), { note: 'funds were found' })).toBeNull();
      return world;
    };
    const consenting = openedAgain(true);
    expect(openKinds(consenting)).toEqual(['imagingReview', 'pathologyReview']);
    expect(readers(consenting)).toContain('xu');

    const without = openedAgain(false);
    expect(without.theCase).toMatchObject({ status: 'onHold', hold: { reason: 'consentWithdrawn' } });
    expect(openKinds(without)).toEqual(['resumeHold']);
    expect(readers(without)).toEqual(['dana', 'aliya']);
    without.put('recordConsent', { purpose: 'care', until: null, fileId: null, byGuardian: false }, me(without, 'aliya'));
    expect(without.put('resumeCase', {}, me(without, 'aliya'))).toBeNull();
    expect(openKinds(without)).toEqual(['imagingReview', 'pathologyReview']);
  });
});
