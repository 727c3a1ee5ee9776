import type { Actor, Post, ProcessActor } from '../core/actor.js';
import type { Context } from '../core/context.js';
import { isRefusal } from '../core/refusal.js';
import { board, people } from '../cases/world.fixture.js';
import type { PersonState } from './institution.js';
import { evolveBoard, evolveInstitution, evolvePerson, boardCommands, institutionCommands, personCommands } from './registry.js';

const now = '2026-11-25T03:00:00.000Z';
const post = (institutionId: string, role: Post['role'], discipline: Post['discipline'] = null): Post => ({ institutionId, role, discipline });
const by = (personId: string, ...posts: readonly Post[]): Actor => ({ kind: 'person', personId, posts, authenticatedAt: now, institutionId: posts[0]?.institutionId ?? '', onBehalfOf: null, from: null });
const operator: ProcessActor = { kind: 'process', name: 'operator' };
const admin = by('a', post('astana', 'admin'));
const context = (actor: Actor): Context => ({ ...({} as Context), now, actor, people, hash: (value) => `hash of ${JSON.stringify(value).length}` });
const chen: PersonState = { id: 'chen', subject: 's', posts: [post('shanghai', 'specialist', 'pathology'), post('astana', 'auditor')], active: true, language: 'en', zone: 'Asia/Shanghai', substituteId: null, leave: [] };

describe('people, hospitals and boards', () => {
  const newcomer = { subject: 's', posts: [post('astana', 'caseManager')], language: 'ru', zone: 'Asia/Almaty' };

  it('are added by the admin of every hospital named, or by the operator, who makes the first admin', () => {
    const { mayDo } = personCommands.addPerson;
    expect(mayDo(admin, null, newcomer, context(admin))).toBeNull();
    expect(mayDo(operator, null, newcomer, context(operator))).toBeNull();
    expect(mayDo(admin, null, { ...newcomer, posts: [...newcomer.posts, post('shanghai', 'chair')] }, context(admin))).toMatchObject({ code: 'ACCESS.NOT_ALLOWED' });
    expect(mayDo({ kind: 'process', name: 'case-workflow' }, null, newcomer, context(operator))).toMatchObject({ code: 'ACCESS.NOT_ALLOWED' });
    expect(institutionCommands.setUpInstitution.mayDo(by('x', post('astana', 'caseManager')), null, { code: 'a', name: {}, zone: 'z', country: 'kz', calendarId: 'c' }, context(admin))).toMatchObject({ code: 'ACCESS.NOT_ALLOWED' });
  });

  it.each([[[], 'PERSON.POST_NEEDED'], [[post('astana', 'specialist')], 'PERSON.DISCIPLINE_NEEDED']] as const)('need a post that says what they do: %j', (posts, code) =>
    expect(personCommands.addPerson.decide(null, { ...newcomer, posts }, context(admin), undefined)).toMatchObject({ code, field: 'posts' }));

  it('change posts by the admins of the hospitals where something changes, not of the others', () => {
    const may = (posts: readonly Post[]) => personCommands.changePosts.mayDo(admin, chen, { posts }, context(admin));
    const [reader] = chen.posts;
    if (reader === undefined) throw new Error('no post');
    expect(may([reader, post('astana', 'caseManager')])).toBeNull();
    expect(may([post('astana', 'auditor')])).toMatchObject({ code: 'ACCESS.NOT_ALLOWED' });
    expect(personCommands.changePosts.decide(chen, { posts: chen.posts }, context(admin), undefined)).toMatchObject({ code: 'PERSON.NOTHING_CHANGED' });
  });

  it('name a substitute who is there and whose own substitutes never lead back', () => {
    const name = (substituteId: string | null, state = chen) => personCommands.nameSubstitute.decide(state, { substituteId }, context(admin), undefined);
    expect(name('gu')).toMatchObject([{ type: 'SubstituteNamed', data: { substituteId: 'gu' } }]);
    expect(name('nobody')).toMatchObject({ code: 'PERSON.UNKNOWN' });
    expect(name('chen', { ...chen, id: 'gu' })).toMatchObject({ code: 'PERSON.SUBSTITUTE_COMES_BACK' });
    expect(name('chen')).toMatchObject({ code: 'PERSON.SUBSTITUTE_COMES_BACK' });
    expect(personCommands.nameSubstitute.mayDo(by('chen'), chen, { substituteId: null }, context(admin))).toBeNull();
    expect(personCommands.nameSubstitute.mayDo(by('gu', post('shanghai', 'specialist', 'pathology')), chen, { substituteId: null }, context(admin))).toMatchObject({ code: 'ACCESS.NOT_ALLOWED' });
  });

  it('plan leave forwards, and end accounts of others only', () => {
    expect(personCommands.planLeave.decide(chen, { leave: [{ from: '2026-12-10', to: '2026-12-01' }] }, context(admin), undefined)).toMatchObject({ code: 'PERSON.LEAVE_BACKWARDS' });
    expect(personCommands.disablePerson.decide(chen, {}, context(by('chen', post('shanghai', 'admin'))), undefined)).toMatchObject({ code: 'PERSON.NOT_ONESELF' });
    const disabled = evolvePerson(chen, { type: 'PersonDisabled', version: 1, data: {} }, now, 'a');
    expect(disabled.active).toBe(false);
    expect(personCommands.disablePerson.decide(disabled, {}, context(admin), undefined)).toMatchObject({ code: 'PERSON.DISABLED_ALREADY' });
    expect(personCommands.enablePerson.decide(chen, {}, context(admin), undefined)).toMatchObject({ code: 'PERSON.ENABLED_ALREADY' });
  });

  it('publish the next version of a board by an admin of its host, without faults', () => {
    const { mayDo, decide } = boardCommands.publishBoard;
    const host = by('h', post('shanghai', 'admin'));
    expect(mayDo(admin, null, { definition: board }, context(admin))).toMatchObject({ code: 'ACCESS.NOT_ALLOWED' });
    expect(mayDo(host, null, { definition: board }, context(host))).toBeNull();
    const events = decide(null, { definition: board }, context(host), undefined);
    if (isRefusal(events) || events[0] === undefined) throw new Error('refused');
    const state = evolveBoard(null, events[0], now, 'h', 'board-1');
    expect(state).toMatchObject({ id: 'board-1', version: 1 });
    expect(decide(state, { definition: board }, context(host), undefined)).toMatchObject({ code: 'BOARD.NEWER_VERSION', facts: { version: 1 } });
    expect(decide(state, { definition: { ...board, version: 2, tumorTypes: [] } }, context(host), undefined)).toMatchObject({ code: 'BOARD.INVALID', facts: { faults: ['tumorTypes: none'] } });
  });

  it('set up hospitals with a code and a name', () => {
    const data = { code: 'almaty', name: { en: 'Almaty' }, zone: 'Asia/Almaty', country: 'kz', calendarId: 'almaty' };
    const { decide } = institutionCommands.setUpInstitution;
    expect(decide(null, { ...data, code: 'Al maty' }, context(admin), undefined)).toMatchObject({ code: 'INSTITUTION.CODE_INVALID', field: 'code' });
    expect(decide(null, { ...data, name: { en: ' ' } }, context(admin), undefined)).toMatchObject({ code: 'INSTITUTION.NAME_NEEDED' });
    const state = evolveInstitution(null, { type: 'InstitutionSetUp', version: 1, data }, now, 'a', 'i-1');
    expect(evolveInstitution(state, { type: 'PersonEnrolled', version: 1, data: { personId: 'p', posts: [] } }, now, 'a')).toMatchObject({ id: 'i-1', people: ['p'] });
    expect(decide(state, data, context(admin), undefined)).toMatchObject({ code: 'INSTITUTION.EXISTS' });
  });
});
