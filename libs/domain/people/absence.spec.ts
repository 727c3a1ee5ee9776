import type { Context } from '../core/context.js';
import { isRefusal, type Refusal } from '../core/refusal.js';
import type { Discipline, ProcessActor } from '../core/actor.js';
import { people } from '../cases/world.fixture.js';
import type { PersonState } from './institution.js';
import type { People, PersonSummary } from './people.js';
import { evolvePerson, personCommands, personNews } from './registry.js';

const keeper: ProcessActor = { kind: 'process', name: 'keep-time-workflow' };
const at = (now: string, known: People = people): Context => ({ ...({} as Context), now, actor: keeper, people: known });
const chen: PersonState = { id: 'chen', subject: 's', posts: [], active: true, language: 'en', zone: 'Asia/Shanghai', substituteId: null, leave: [] };

const after = (state: PersonState, decided: ReturnType<typeof personCommands.keepAbsence.decide>, now: string): PersonState => {
  if (isRefusal(decided)) throw new Error(decided.code);
  return decided.reduce((before, one) => evolvePerson(before, one, now, 'x'), state);
};

describe('an absence', () => {
  const planned = evolvePerson(chen, { type: 'LeavePlanned', version: 1, data: { leave: [{ from: '2026-12-10', to: '2026-12-20' }, { from: '2026-11-30', to: '2026-12-02' }] } }, '2026-11-25T03:00:00.000Z', 'x');
  const begins = '2026-11-29T16:00:00.000Z';

  it('wakes the process when its first day begins where the person is, then owes the tasks, then waits for the next', () => {
    expect(personNews(planned).nextDue).toEqual({ at: begins, what: 'person.leave' });
    expect(personCommands.keepAbsence.decide(planned, { settles: null }, at('2026-11-29T15:59:59.000Z'), undefined)).toMatchObject({ code: 'TIME.NOT_YET_DUE', facts: { inMs: 1000 } });
    const begun = after(planned, personCommands.keepAbsence.decide(planned, { settles: null }, at(begins), undefined), begins);
    expect(begun).toMatchObject({ begun: ['2026-11-30'], owes: { because: 'leave', at: begins } });
    expect(personNews(begun).nextDue).toEqual({ at: begins, what: 'person.tasks' });
    expect(personCommands.keepAbsence.decide(begun, { settles: null }, at(begins), undefined)).toMatchObject({ code: 'TIME.NOT_YET_DUE', facts: { inMs: 0 } });
    const settled = after(begun, personCommands.keepAbsence.decide(begun, { settles: begins }, at(begins), undefined), begins);
    expect(personNews(settled).nextDue).toEqual({ at: '2026-12-09T16:00:00.000Z', what: 'person.leave' });
  });

  it('is planned anew without beginning twice, and begins again for another first day', () => {
    const begun = after(planned, personCommands.keepAbsence.decide(planned, { settles: null }, at(begins), undefined), begins);
    const plan = (from: string) => evolvePerson({ ...begun, owes: null }, { type: 'LeavePlanned', version: 1, data: { leave: [{ from, to: '2026-12-24' }] } }, begins, 'x');
    expect(personNews(plan('2026-11-30')).nextDue).toBeNull();
    expect(personNews(plan('2026-12-01')).nextDue).toMatchObject({ what: 'person.leave' });
  });

  it('owes the tasks of who is disabled or changed posts at once', () => {
    for (const [type, because] of [['PersonDisabled', 'disabled'], ['PostsChanged', 'postsChanged']] as const) {
      const gone = evolvePerson(chen, type === 'PostsChanged' ? { type, version: 1, data: { posts: [] } } : { type, version: 1, data: {} }, begins, 'x');
      expect([gone.owes, personNews(gone).nextDue]).toEqual([{ because, at: begins }, { at: begins, what: 'person.tasks' }]);
    }
  });

  it('is kept by the process alone, and planned in real days', () => {
    expect(personCommands.keepAbsence.mayDo({ kind: 'person', personId: 'chen', posts: [], authenticatedAt: begins, institutionId: '', onBehalfOf: null, from: null }, chen, { settles: null }, at(begins))).toMatchObject({ code: 'ACCESS.NOT_ALLOWED' });
    expect(personCommands.planLeave.decide(chen, { leave: [{ from: '2026-02-30', to: '2026-03-01' }] }, at(begins), undefined)).toMatchObject({ code: 'DATE.NOT_A_DATE', field: 'leave' });
  });
});

describe('substitutes', () => {
  const someone = (id: string, substituteId: string | null, substitutes: PersonSummary['substitutes'] = []): PersonSummary => ({ id, name: id, active: true, posts: [], substituteId, substitutes });
  const knowing = (...all: readonly PersonSummary[]): People => ({
    ...people, byId: (id) => all.find((one) => one.id === id) ?? null,
    whoNamed: (id) => all.filter((one) => one.substituteId === id || one.substitutes?.some(({ personId }) => personId === id) === true),
  });
  const name = (known: People, substituteId: string, discipline?: Discipline): Refusal | null => {
    const decided = personCommands.nameSubstitute.decide(chen, { substituteId, discipline }, at('2026-11-25T03:00:00.000Z', known), undefined);
    return isRefusal(decided) ? decided : null;
  };

  it('stand at most three behind one another, counted also through who named the person', () => {
    const chain = [someone('chen', null), someone('a', 'b'), someone('b', 'c'), someone('c', null)];
    expect(name(knowing(...chain), 'a')).toBeNull();
    expect(name(knowing(...chain, someone('z', 'chen')), 'a')).toMatchObject({ code: 'PERSON.SUBSTITUTE_CHAIN_LONG' });
    expect(name(knowing(...chain.slice(0, 3), someone('c', 'd'), someone('d', null)), 'a')).toMatchObject({ code: 'PERSON.SUBSTITUTE_CHAIN_LONG', facts: { most: 3 } });
  });

  it('never lead back in any field, and are named for one field or for all', () => {
    const ring = knowing(someone('chen', null), someone('a', null, [{ discipline: 'pathology', personId: 'chen' }]));
    expect(name(ring, 'a', 'pathology')).toMatchObject({ code: 'PERSON.SUBSTITUTE_COMES_BACK' });
    expect(name(ring, 'a')).toMatchObject({ code: 'PERSON.SUBSTITUTE_COMES_BACK' });
    expect(name(ring, 'a', 'radiology')).toBeNull();
    const named = evolvePerson(evolvePerson(chen, { type: 'SubstituteNamed', version: 1, data: { substituteId: 'a' } }, '', 'x'), { type: 'SubstituteNamed', version: 1, data: { substituteId: 'b', discipline: 'pathology' } }, '', 'x');
    expect(named).toMatchObject({ substituteId: 'a', substitutes: [{ discipline: 'pathology', personId: 'b' }] });
    expect(evolvePerson(named, { type: 'SubstituteNamed', version: 1, data: { substituteId: null, discipline: 'pathology' } }, '', 'x')).toMatchObject({ substituteId: 'a', substitutes: [] });
  });
});
