import { randomUUID } from 'node:crypto';
import type { BoardDefinition, CaseState } from '#domain';
import { readBoardFile } from '#integrations';
import { boards, hospitalId, seedId } from '../../apps/cli/seed/cast.js';
import type { TestDatabase } from '../factories/database.js';
import { demoDatabase } from '../factories/demo.js';
import { testApi, type Client, type TestApi } from './api.fixture.js';

/* A board's definition as an admin has it: read, checked, published whole, and open cases moved to it, on the demo. */
let demo: TestDatabase;
let api: TestApi;
let ma: Client;
beforeAll(async () => { demo = await demoDatabase(); api = await testApi(demo); ma = await api.as('ma'); }, 240_000);
afterAll(async () => { await api?.end(); await demo?.end(); });

interface View { version: number; definition: BoardDefinition; versions: { version: number; inForce: boolean; openCases: number }[]; may: { action: string }[] }
interface Moves { toVersion: number; items: { caseId: string; version: number; becomesMissing: { id: string; name: string }[]; noLongerAsked: { id: string; name: string }[]; because: string | null }[]; next: string | null }
const path = `/api/boards/${boards.boneSarcoma}`;
const view = async (who = ma): Promise<View> => (await who.get(`${path}/definition`)).body as View;
const stateOf = async (id: string): Promise<CaseState> => {
  const [row] = await demo.door.query<{ state: CaseState }[]>('select state from stream where id = $1', [id]);
  if (!row) throw new Error(`no case ${id}`);
  return row.state;
};
const newestDraft = async (draftId: string) => (await demo.door.query<{ version: number; answers: Record<string, unknown>; author: string }[]>('select version, answers, author from form_version where draft_id = $1 order by version desc limit 1', [draftId]))[0];

/** The next version: the room of the biopsy is asked for, the Enneking stage no longer, and one more is needed for quorum. */
const next = ({ definition }: View): BoardDefinition => {
  const [type] = definition.tumorTypes;
  if (!type) throw new Error('no type');
  const sections = type.referralForm.sections.map((section) => (section.id !== 'pathology' ? section : {
    ...section, fields: [...section.fields.filter(({ id }) => id !== 'enneking'), { id: 'biopsyRoom', kind: 'text' as const, required: true, allowNotKnown: true, label: { en: 'Room of the biopsy', he: 'חדר הביופסיה' } }],
  }));
  return {
    ...definition, quorum: { ...definition.quorum, minimumSpecialties: 4 },
    tumorTypes: [{ ...type, referralForm: { ...type.referralForm, sections }, items: [...type.items.filter(({ id }) => id !== 'enneking'), { id: 'biopsyRoom', domain: 'pathology' as const, required: true }] }],
  };
};

describe('a board\'s definition', () => {
  it('is read whole, with the versions in flight', async () => {
    const { version, definition, versions, may } = await view();
    expect([version, definition.tumorTypes.map(({ code }) => code), may.map(({ action }) => action)]).toEqual([1, ['boneSarcoma'], ['publishBoard', 'moveToBoardVersion']]);
    expect(versions).toMatchObject([{ version: 1, inForce: true }]);
    expect(versions[0]?.openCases).toBeGreaterThan(3);
    expect((await view(await api.as('serik'))).may).toEqual([]);
    const file = await ma.get(`${path}/versions/1`);
    expect([file.headers['content-disposition'], readBoardFile(file.text)]).toEqual(['attachment; filename="board-version-1.json"', { ok: true, definition }]);
    expect((await ma.get(`${path}/versions/9`)).status).toBe(422);
  });

  it('is checked before it is published: faults by their place, differences in words of the reader', async () => {
    const given = next(await view());
    const checked = (await ma.ask(`${path}/definition/check`, { definition: given })).body as { faults: object[]; differences: { sentence: string }[] };
    expect(checked.faults).toEqual([]);
    expect(checked.differences.map(({ sentence }) => sentence.replaceAll(/[\u2066-\u2069]/g, ''))).toEqual(expect.arrayContaining([
      'Quorum: at least 4 specialties instead of 3.', 'bone sarcoma: Room of the biopsy is part of the data set.', 'bone sarcoma: Enneking stage is no longer part of the data set.', 'Referral, bone sarcoma: Room of the biopsy is asked.',
    ]));
    const broken = (await ma.ask(`${path}/definition/check`, { definition: { ...given, quorum: { ...given.quorum, minimumSpecialties: 0 } } })).body as object;
    expect(broken).toMatchObject({ faults: [{ at: '/quorum/minimumSpecialties', code: 'tooSmall' }], differences: [] });
    const refused = await ma.change(`${path}/definition`, { definition: { ...given, series: {} }, onVersion: 1 });
    expect(refused.body).toMatchObject({ status: 422, code: 'BOARD.INVALID' });
    expect((await view()).version).toBe(1);
  });

  it('is published by its host\'s admin alone, over the version that was seen, and never taken over by another hospital', async () => {
    const before = await view();
    const given = next(before);
    expect((await (await api.as('serik')).change(`${path}/definition`, { definition: given, onVersion: 1 })).body).toMatchObject({ code: 'ACCESS.NOT_ALLOWED' });
    expect((await (await api.as('serik')).change(`${path}/definition`, { definition: { ...given, hostInstitutionId: hospitalId('astana'), partnerInstitutionIds: [] }, onVersion: 1 })).status).toBe(403);
    expect((await ma.change(`${path}/definition`, { definition: { ...given, hostInstitutionId: hospitalId('astana'), partnerInstitutionIds: [] }, onVersion: 1 })).body).toMatchObject({ code: 'BOARD.HOST_STAYS' });
    const key = randomUUID();
    for (const _ of [1, 2]) expect((await ma.change(`${path}/definition`, { definition: given, onVersion: 1 }, key)).status).toBe(200);
    expect((await ma.change(`${path}/definition`, { definition: given, onVersion: 1 })).body).toMatchObject({ code: 'BOARD.NEWER_VERSION' });
    const { version, definition, versions } = await view();
    expect([version, definition.tumorTypes[0]?.referralForm.version, definition.pathologyForm.version]).toEqual([2, 2, before.definition.pathologyForm.version]);
    expect(versions.map((each) => [each.version, each.inForce, each.openCases > 0])).toEqual([[2, true, false], [1, false, true]]);
  });
});

describe('open cases', () => {
  const moves = async (who = ma): Promise<Moves> => (await who.get(`${path}/moves`)).body as Moves;
  const move = (who: Client, cases: readonly string[], more: object = {}) => who.change(`${path}/moves`, { toVersion: 2, cases: cases.map((caseId) => ({ caseId, fromVersion: 1 })), reason: 'The tract is excised with the room in mind.', ...more });

  it('say beforehand what the next version changes for each, and stay where they are', async () => {
    const { toVersion, items, next: cursor } = await moves();
    expect([toVersion, cursor]).toEqual([2, null]);
    const story = items.find(({ caseId }) => caseId === seedId('case', 'slides'));
    expect(story).toMatchObject({ version: 1, becomesMissing: [{ id: 'biopsyRoom', name: 'Room of the biopsy' }], noLongerAsked: [{ id: 'enneking', name: 'Enneking stage' }], because: null });
    expect((await stateOf(seedId('case', 'slides'))).boardVersion).toBe(1);
  });

  it('are moved one by one with an answer each; deadlines, answers and typed work stay', async () => {
    const [slides, held, elsewhere] = [seedId('case', 'slides'), seedId('case', 'held'), seedId('case', 'overdue')];
    const before = await stateOf(slides);
    const typed = await newestDraft(before.referralDraftId);
    const answer = await move(ma, [slides, elsewhere]);
    expect(answer.body).toMatchObject({ done: 1, answers: [{ caseId: slides, done: true }, { caseId: elsewhere, done: false, problem: { code: 'BOARD.ANOTHER_BOARD' } }] });
    const after = await stateOf(slides);
    expect([after.boardVersion, after.policyVersion, after.tasks]).toEqual([2, 1, before.tasks]);
    const [row] = await demo.door.query<{ board_version: number; missing: string[] }[]>('select board_version, missing from case_row where id = $1', [slides]);
    expect(row).toMatchObject({ board_version: 2, missing: expect.arrayContaining(['biopsyRoom']) as string[] });
    const now = await newestDraft(before.referralDraftId);
    expect([now?.version, Object.keys(now?.answers ?? {}).sort()]).toEqual([(typed?.version ?? 0) + 1, Object.keys(typed?.answers ?? {}).filter((id) => id !== 'enneking').sort()]);
    expect((await move(ma, [slides])).body).toMatchObject({ done: 0, answers: [{ problem: { code: 'BOARD.CASE_MOVED' } }] });
    expect((await move(await api.as('wu'), [held])).body).toMatchObject({ done: 1 });
    expect((await move(await api.as('serik'), [seedId('case', 'discordant')])).body).toMatchObject({ done: 0 });
    expect((await moves()).items.map(({ caseId }) => caseId)).not.toContain(slides);
    expect((await view()).versions.find(({ version }) => version === 2)?.openCases).toBe(2);
  });

  it('show their history and the opinions that were signed on the form before', async () => {
    const history = (await (await api.as('wu')).get(`/api/cases/${seedId('case', 'slides')}/history`)).body as { entries: { type: string }[] };
    expect(JSON.stringify(history)).toContain('MovedToBoardVersion');
  });
});
