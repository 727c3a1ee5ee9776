import type { Page } from 'playwright-core';

/** Who looks at a screen; nobody where it needs no session. */
export type Viewer = 'Wu Na' | 'Dr Nurlan Omarov' | 'Dr Chen Yu' | 'Ma Li' | null;

interface Screen {
  readonly route: string;
  readonly by: Viewer;
  /** Its address in the demo, asked of the product. */
  readonly at: (page: Page) => Promise<string>;
  /** Shows, among the rest, what never ends loading. */
  readonly loads?: true;
}

interface CaseItem { id: string; column: string; status: string }
interface TaskItem { caseNumber: string; task: { kind: string; status: string; id: string; caseId: string; about: Record<string, string> } }

/** Lists of the api as the person of this window gets them. */
async function items<Item>(page: Page, path: string): Promise<readonly Item[]> {
  const answer = await page.request.get(path);
  if (!answer.ok()) throw new Error(`${path} answers ${answer.status()}`);
  return ((await answer.json()) as { items: Item[] }).items;
}

async function one<Item>(page: Page, path: string, wanted: (item: Item) => boolean = () => true): Promise<Item> {
  const found = (await items<Item>(page, path)).find(wanted);
  if (found === undefined) throw new Error(`${path} has none of those`);
  return found;
}

const here = (path: string) => () => Promise.resolve(path);
const draft = async (page: Page): Promise<string> => (await one<CaseItem>(page, '/api/cases?limit=100', ({ status }) => status === 'draft')).id;
const caseIn = async (page: Page, column: string): Promise<string> => (await one<CaseItem>(page, '/api/cases?limit=100', (each) => each.column === column && each.status === 'open')).id;

/** A task in the inbox of the person of this window. */
export async function taskIn(page: Page, kind: string, status: 'ready' | 'inProgress'): Promise<TaskItem['task'] & { readonly caseNumber: string }> {
  const { task: found, caseNumber } = await one<TaskItem>(page, '/api/inbox', (each) => each.task.kind === kind && each.task.status === status);
  return { ...found, caseNumber };
}
const task = (page: Page, kind: string) => taskIn(page, kind, 'inProgress');

/** Every screen of the page, with somebody who sees it filled. */
export const screens: readonly Screen[] = [
  { route: '/signed-in', by: null, at: here('/signed-in') },
  { route: '/setup', by: null, at: here('/setup') },
  { route: '/kit', by: null, at: here('/kit'), loads: true },
  { route: '/cases', by: 'Wu Na', at: here('/cases') },
  { route: '/cases/:caseId', by: 'Wu Na', at: async (page) => `/cases/${await caseIn(page, 'transfer')}` },
  { route: '/cases/new', by: 'Dr Nurlan Omarov', at: here('/cases/new') },
  { route: '/cases/:caseId/referral', by: 'Dr Nurlan Omarov', at: async (page) => `/cases/${await draft(page)}/referral` },
  { route: '/cases/:caseId/outcomes/:outcomeId', by: 'Dr Nurlan Omarov', at: async (page) => { const { caseId, about } = await task(page, 'answerFollowUp'); return `/cases/${caseId}/outcomes/${about['outcomeId'] ?? ''}`; } },
  { route: '/letters/verify', by: 'Dr Nurlan Omarov', at: here('/letters/verify') },
  { route: '/cases/:caseId/reviews/:taskId', by: 'Dr Chen Yu', at: async (page) => { const { caseId, id } = await task(page, 'pathologyReview'); return `/cases/${caseId}/reviews/${id}`; } },
  { route: '/cases/:caseId/discordance/:taskId', by: 'Dr Chen Yu', at: async (page) => { const { caseId, id } = await task(page, 'resolveDiscordance'); return `/cases/${caseId}/discordance/${id}`; } },
  { route: '/cases/:caseId/transfer', by: 'Wu Na', at: async (page) => `/cases/${(await one<{ caseId: string }>(page, '/api/transfers')).caseId}/transfer` },
  { route: '/inbox', by: 'Dr Chen Yu', at: here('/inbox') },
  { route: '/absence', by: 'Dr Chen Yu', at: here('/absence') },
  { route: '/meetings', by: 'Wu Na', at: here('/meetings') },
  { route: '/meetings/new', by: 'Wu Na', at: here('/meetings/new') },
  { route: '/meetings/:meetingId/present', by: 'Wu Na', at: async (page) => `/meetings/${(await one<{ id: string; listed: number }>(page, '/api/meetings', ({ listed }) => listed > 0)).id}/present` },
  { route: '/meetings/:meetingId', by: 'Wu Na', at: async (page) => `/meetings/${(await one<{ id: string; listed: number }>(page, '/api/meetings', ({ listed }) => listed > 0)).id}` },
  { route: '/notifications', by: 'Wu Na', at: here('/notifications') },
  { route: '/notifications/settings', by: 'Wu Na', at: here('/notifications/settings') },
  { route: '/transfers', by: 'Wu Na', at: here('/transfers') },
  { route: '/numbers', by: 'Wu Na', at: here('/numbers') },
  { route: '/audit', by: 'Ma Li', at: here('/audit') },
  { route: '/admin', by: 'Ma Li', at: here('/admin') },
  { route: '/admin/people', by: 'Ma Li', at: here('/admin/people') },
  { route: '/admin/mail', by: 'Ma Li', at: here('/admin/mail') },
  { route: '/admin/calendars', by: 'Ma Li', at: here('/admin/calendars') },
  { route: '/admin/times', by: 'Ma Li', at: here('/admin/times') },
  { route: '/admin/calendars/:calendarId', by: 'Ma Li', at: here('/admin/calendars/astana') },
  { route: '/admin/boards/:boardId', by: 'Ma Li', at: async (page) => `/admin/boards/${(await one<{ id: string }>(page, '/api/boards')).id}` },
  { route: '*', by: 'Wu Na', at: here('/no/such/screen') },
];
