import { randomUUID } from 'node:crypto';
import type { TestDatabase } from '../factories/database.js';
import { demoDatabase } from '../factories/demo.js';
import { testApi, type Client, type TestApi } from './api.fixture.js';

let demo: TestDatabase;
let api: TestApi;
beforeAll(async () => {
  demo = await demoDatabase();
  api = await testApi(demo);
}, 300_000);
afterAll(async () => { await api?.end(); await demo?.end(); });

interface Problem { status: number; code: string; title: string; field?: string; facts: Record<string, unknown> }
const problem = (answer: { body: unknown }): Problem => answer.body as Problem;
const one = async <T>(sql: string, values: readonly unknown[] = []): Promise<T> => {
  const [row] = await demo.door.query<T[]>(sql, [...values]);
  if (row === undefined) throw new Error(`nothing: ${sql}`);
  return row;
};
const eventsOf = async (): Promise<number> => (await one<{ n: number }>(`select count(*) as n from event where kind <> 'access'`)).n;

async function referral(question: string, family = 'Canaryeva'): Promise<Record<string, unknown>> {
  const board = await one<{ id: string; host: string }>(`select id, host_institution_id as host from board where code = 'bone-sarcoma' or id in (select board_id from case_row where tumor_type = 'boneSarcoma') limit 1`);
  const astana = await one<{ id: string }>(`select id from institution where code = 'astana'`);
  return {
    boardId: board.id, tumorType: 'boneSarcoma', urgency: 'urgent', originInstitutionId: astana.id, referrerId: null, question,
    patient: { names: [{ script: 'Latn', family, given: 'Test', patronymic: null, notKnownBecause: null }], born: '2001', sex: 'female', identifier: null, identifierKind: null, allergies: { state: 'notAsked' }, guardian: null },
  };
}

describe('an impatient person (H5)', () => {
  it('clicks five times and has one referral with one number, also after coming back', async () => {
    const aliya = await api.as('aliya');
    const [body, key] = [await referral('Can the limb be saved?'), randomUUID()];
    const answers = await Promise.all(Array.from({ length: 5 }, () => aliya.change('/api/referrals', body, key)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    const numbers = answers.map((answer) => (answer.body as { ids: { number: string; caseId: string } }).ids);
    expect(new Set(numbers.map(({ number }) => number)).size).toBe(1);
    expect(await one('select count(*) as n from case_row where number = $1', [numbers[0]?.number])).toEqual({ n: 1 });
    const again = await aliya.change('/api/referrals', { ...body, urgency: 'routine' }, key);
    expect([again.status, problem(again).code]).toEqual([422, 'COMMAND.ID_REUSED']);
  });

  it('is told when another person signed in meanwhile', async () => {
    const aliya = await api.as('aliya');
    const answer = await aliya.change('/api/referrals', await referral('x')).set('X-Opened-By', randomUUID());
    expect([answer.status, problem(answer).code]).toEqual([409, 'ACCESS.OTHER_PERSON']);
  });
});

describe('what people type (H22, P26)', () => {
  it.each([['a\u0000b', 1], ['\u000b', 0], ['ab\ud83d', 2], ['\udc00\ud800', 0]])('%j is refused with field and position, and nothing is stored', async (question, position) => {
    const aliya = await api.as('aliya');
    const before = await eventsOf();
    const answer = await aliya.change('/api/referrals', await referral(question));
    expect([answer.status, problem(answer).code, problem(answer).field]).toEqual([400, 'TEXT.NOT_STORABLE', 'question']);
    expect(problem(answer).facts['position']).toBe(position);
    expect(await eventsOf()).toBe(before);
  });

  it.each(['\u00a0'.repeat(400) + '.', 'й', 'и\u0306', '\u202e'.repeat(64), 'line\n\tline'])('%j is kept letter for letter', async (question) => {
    const aliya = await api.as('aliya');
    const opened = await aliya.change('/api/referrals', await referral(question));
    const { caseId } = (opened.body as { ids: { caseId: string } }).ids;
    const view = await aliya.get(`/api/cases/${caseId}/referral`);
    expect((view.body as { question: { text: string } }).question.text).toBe(question);
  });

  it('refuses a birth date in the future, half a name in an unknown field, and a megabyte of text', async () => {
    const aliya = await api.as('aliya');
    const body = await referral('x');
    const patient = body['patient'] as Record<string, unknown>;
    const future = await aliya.change('/api/referrals', { ...body, patient: { ...patient, born: '2090-01-01' } });
    expect((future.body as { errors: unknown }).errors).toEqual([{ field: 'patient.born', code: 'isBirthDate' }]);
    const unknown = await aliya.change('/api/referrals', { ...body, patient: { ...patient, familyName: 'X' } });
    expect((unknown.body as { errors: unknown }).errors).toEqual([{ field: 'patient.familyName', code: 'unknownField' }]);
    const megabyte = await aliya.change('/api/referrals', { ...body, question: 'x'.repeat(1_000_000) });
    expect([megabyte.status, problem(megabyte).code]).toEqual([413, 'INPUT.TOO_LARGE']);
    const notJson = await aliya.change('/api/referrals').set('Content-Type', 'application/json').send('{"a":');
    expect([notJson.status, problem(notJson).code]).toEqual([400, 'INPUT.NOT_READABLE']);
  });

  it('opens a case for a person with one name and for one whose name nobody knows (H1)', async () => {
    const aliya = await api.as('aliya');
    const body = await referral('x');
    const name = (given: string | null, notKnownBecause: string | null) => ({ ...body, patient: { ...(body['patient'] as object), names: [{ script: 'Cyrl', family: null, given, patronymic: null, notKnownBecause }], born: null } });
    for (const each of [name('Нурбек', null), name(null, 'unconscious')]) expect((await aliya.change('/api/referrals', each)).status).toBe(200);
  });
});

interface Review { taskId: string; caseId: string; owner: string; other: string }
/** An owned, open review of the demo, with somebody of its pool who does not own it. */
async function ownedReview(): Promise<Review> {
  return one<Review>(`select t.id as "taskId", t.case_id as "caseId", p.subject as owner, (select o.subject from person o join post s on s.person_id = o.id where s.institution_id = t.offer_institution_id and s.discipline = t.offer_discipline and s.role = 'specialist' and o.id <> p.id limit 1) as other
    from task_row t join person p on p.id = t.owner_id where t.kind in ('pathologyReview', 'imagingReview') and t.status = 'inProgress' and not t.paused order by t.created_at, t.id limit 1`);
}

describe('two editors, and one editor twice (H4, P22)', () => {
  const save = (who: Client, { caseId, taskId }: Review, draftId: string, seenVersion: number, comment: string) =>
    who.change(`/api/cases/${caseId}/reviews/${taskId}/draft`, { draftId, seenVersion, answers: { comment: { state: 'given', value: comment } } }, randomUUID(), 'put');

  it('keeps one of fifty saves from the same version; the others learn who, when and which fields', async () => {
    const review = await ownedReview();
    const owner = await api.as(review.owner);
    const view = (await owner.get(`/api/cases/${review.caseId}/reviews/${review.taskId}`)).body as { draft: { draftId: string; version: number }; form: { sections: { fields: { id: string; kind: string }[] }[] } };
    const field = view.form.sections.flatMap((section) => section.fields).find(({ kind }) => kind === 'longText' || kind === 'text');
    const path = `/api/cases/${review.caseId}/reviews/${review.taskId}/draft`;
    const bodyOf = (seenVersion: number, text: string) => ({ draftId: view.draft.draftId, seenVersion, answers: { [field?.id ?? '']: { state: 'given', value: text } } });
    const first = (await owner.change(path, bodyOf(view.draft.version, 'begun'), randomUUID(), 'put')).body as { version: number };
    const body = (text: string) => bodyOf(first.version, text);
    const answers = await Promise.all(Array.from({ length: 50 }, (_, index) => owner.change(path, body(`text ${index}`), randomUUID(), 'put')));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const refused = answers.filter(({ status }) => status === 409).map(problem);
    expect(refused).toHaveLength(49);
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['DRAFT.NEWER_VERSION']));
    expect(refused[0]?.facts).toMatchObject({ version: first.version + 1, byId: owner.personId, by: expect.stringMatching(/^Dr /) as unknown });
    const versions = await demo.door.query<{ version: number }[]>('select version from form_version where draft_id = $1 order by version', [view.draft.draftId]);
    expect(versions.map(({ version }) => version)).toEqual(versions.map((_, index) => index + 1));
    const stale = await owner.change(`/api/cases/${review.caseId}/reviews/${review.taskId}/sign`, { draftId: view.draft.draftId, seenDraftVersion: first.version, discordance: null });
    expect([stale.status, problem(stale).code]).toEqual([409, 'DRAFT.NEWER_VERSION']);
  });

  it('refuses another person\'s save, and a draft of another form', async () => {
    const review = await ownedReview();
    const [owner, other] = [await api.as(review.owner), await api.as(review.other)];
    const { draft } = (await owner.get(`/api/cases/${review.caseId}/reviews/${review.taskId}`)).body as { draft: { draftId: string; version: number } };
    const theirs = await other.change(`/api/cases/${review.caseId}/reviews/${review.taskId}/draft`, { draftId: draft.draftId, seenVersion: draft.version, answers: {} }, randomUUID(), 'put');
    expect([theirs.status, problem(theirs).code]).toEqual([409, 'REVIEW.NOT_YOURS']);
    const wrong = await save(owner, review, randomUUID(), 0, 'x');
    expect(wrong.status).toBe(404);
  });

  it('refuses answers that are none, by their path', async () => {
    const review = await ownedReview();
    const owner = await api.as(review.owner);
    const { draft } = (await owner.get(`/api/cases/${review.caseId}/reviews/${review.taskId}`)).body as { draft: { draftId: string; version: number } };
    const path = `/api/cases/${review.caseId}/reviews/${review.taskId}/draft`;
    const strange = await owner.change(path, { draftId: draft.draftId, seenVersion: draft.version, answers: { noSuchField: { state: 'given', value: 'x' } } }, randomUUID(), 'put');
    expect((strange.body as { errors: unknown }).errors).toEqual([{ field: 'answers.noSuchField', code: 'unknownField' }]);
    const shapeless = await owner.change(path, { draftId: draft.draftId, seenVersion: draft.version, answers: { noSuchField: 5 } }, randomUUID(), 'put');
    expect((shapeless.body as { errors: unknown }).errors).toEqual([{ field: 'answers', code: 'isFormAnswers' }]);
  });

  it('asks for a fresh sign-in before signing, and signs nothing', async () => {
    const review = await ownedReview();
    const stale = await api.as(review.owner, 11 * 60_000);
    const { draft } = (await stale.get(`/api/cases/${review.caseId}/reviews/${review.taskId}`)).body as { draft: { draftId: string; version: number } };
    const answer = await stale.change(`/api/cases/${review.caseId}/reviews/${review.taskId}/sign`, { draftId: draft.draftId, seenDraftVersion: draft.version, discordance: null });
    expect([answer.status, problem(answer).code]).toEqual([403, 'ACCESS.FRESH_SIGN_IN_NEEDED']);
  });
});

describe('two who claim at once (H8, P7)', () => {
  it('one gets it; the other reads who and when; pressed again, the same', async () => {
    const pool = await one<{ taskId: string; caseId: string; people: string[] }>(`select t.id as "taskId", t.case_id as "caseId", (select array_agg(distinct p.subject) from person p join post o on o.person_id = p.id where o.institution_id = t.offer_institution_id and o.role = t.offer_role and o.discipline is not distinct from t.offer_discipline) as people
      from task_row t where t.owner_id is null and t.status = 'ready' and not t.paused and t.offer_discipline is not null and (select count(distinct p.id) from person p join post o on o.person_id = p.id where o.institution_id = t.offer_institution_id and o.role = t.offer_role and o.discipline is not distinct from t.offer_discipline) > 1 order by t.id limit 1`);
    const [first, second] = await Promise.all(pool.people.slice(0, 2).map((subject) => api.as(subject)));
    if (!first || !second) throw new Error('two are needed');
    const path = `/api/cases/${pool.caseId}/tasks/${pool.taskId}/claim`;
    const answers = await Promise.all([first.change(path), second.change(path)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const loser = answers[0]?.status === 409 ? first : second;
    const refusal = problem(await loser.change(path));
    expect(refusal.code).toMatch(/^TASK\.(TAKEN|OWNED_ALREADY)$/);
    expect(JSON.stringify(refusal.facts)).toMatch(/Dr /);
    expect(await one(`select count(*) as n from event where case_id = $1 and type = 'TaskClaimed' and data ->> 'taskId' = $2`, [pool.caseId, pool.taskId])).toEqual({ n: 1 });
  });
});
