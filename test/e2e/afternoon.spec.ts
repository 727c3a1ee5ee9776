import { jest } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { readDrawn } from '../../libs/integrations/letters/read-pdf.fixture.js';
import { chooseFrom, typeDate } from './forms.js';
import { until } from '../factories/until.js';
import { startInstallation, type Installation } from './installation.js';
import { Person } from './person.js';
import { prepareAfternoon } from './story/afternoon.js';
import { callCase, closeMeeting, field, panel, quorum, readBackAndRecord } from './story/decide.js';
import { steps } from './story/steps.js';
import { inDays } from './story/transfer.js';

jest.setTimeout(8 * 60_000);

type Listed = Awaited<ReturnType<typeof prepareAfternoon>>[number];

let product: Installation;
let cases: readonly Listed[] = [];
let sitting = '';
const people = new Map<string, Person>();

beforeAll(async () => {
  product = await startInstallation();
  cases = await prepareAfternoon(product);
});
afterAll(async () => { await product?.stop(); });

async function as(name: string): Promise<Person> {
  const there = people.get(name) ?? await Person.signIn(product.browser, product.url, name);
  people.set(name, there);
  return there;
}

const nth = (at: number): Listed => {
  const found = cases[at];
  if (found === undefined) throw new Error(`The afternoon has no case ${at}`);
  return found;
};

/** The board in two hospitals: each says from the own seat that they are there. The scribe is the eighth. */
const board = [
  ['Dr Li Wei', 'Present'], ['Dr Chen Yu', 'Present'], ['Dr Wang Min', 'Present'], ['Dr Zhao Lei', 'Present'], ['Dr Sun Jia', 'Present'], ['Dr Nurlan Omarov', 'By video'], ['Dr Yerzhan Akhmetov', 'By video'],
] as const;
const [chair, scribe] = ['Dr Li Wei', 'Huang Jie'];

/** In the list of who is not here, the person's own line. */
const seat = ({ page, name }: Person, how: string): Locator => page.getByRole('complementary', { name: 'Attendance' }).getByRole('group', { name, exact: true }).getByRole('button', { name: how, exact: true }).first();

interface Advice { readonly intent: string; readonly treatment: string; readonly proposal: string; readonly rationale: string }

/** One types what is proposed, the other at the same time why; the scribe fills in the rest, reads it back and records it. */
async function adviseTogether(writing: Person, beside: Person, advice: Advice): Promise<void> {
  await Promise.all([field(writing, 'Proposal').fill(advice.proposal), field(beside, 'Rationale').fill(advice.rationale)]);
  await arrives(field(writing, 'Rationale'), advice.rationale);
  await arrives(field(beside, 'Proposal'), advice.proposal);
  await rest(writing, advice);
}

async function advise(writing: Person, advice: Advice): Promise<void> {
  await field(writing, 'Proposal').fill(advice.proposal);
  await field(writing, 'Rationale').fill(advice.rationale);
  await rest(writing, advice);
}

/** What the other typed arrives in this window. */
const arrives = (place: Locator, words: string): Promise<true> => until(`"${words}" in the other window`, async () => (await place.inputValue()) === words || null);

async function rest(writing: Person, { intent, treatment }: Advice): Promise<void> {
  const { page } = writing;
  await page.getByRole('radiogroup', { name: 'Intent' }).getByRole('radio', { name: intent, exact: true }).check();
  await page.getByRole('group', { name: 'Treatment proposed' }).getByRole('checkbox', { name: treatment, exact: true }).check();
  await field(writing, 'Guideline').fill('ESMO-BONE');
  await page.keyboard.press('Escape');
  await field(writing, 'Edition').fill('2021');
  await typeDate(page.getByRole('group', { name: 'To be done by' }), inDays(30));
  await chooseFrom(field(writing, 'Responsible'), 'Dr Nurlan Omarov');
  await readBackAndRecord(writing);
}

/** Not a recommendation: the chair says which, and why. */
async function otherwise(person: Person, act: 'Defer' | 'Another outcome', code: string, reason: string, more?: (dialog: Locator) => Promise<void>): Promise<void> {
  const { page } = person;
  if (act === 'Defer') await page.getByRole('button', { name: 'Defer', exact: true }).click();
  else {
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: act, exact: true }).click();
  }
  const dialog = page.getByRole('dialog');
  await chooseFrom(dialog.getByLabel('Reason', { exact: true }).and(page.locator('input')), code);
  await dialog.getByLabel('More', { exact: true }).fill(reason);
  await more?.(dialog);
  await dialog.getByRole('button', { name: act === 'Defer' ? 'Defer' : 'Record the outcome', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

const firstAdvice: Advice = { intent: 'curative', treatment: 'surgery', proposal: 'Resect after the third cycle, with a modular prosthesis of the proximal tibia.', rationale: 'Good response on MRI; a fourth cycle would only add toxicity.' };
const advices: Readonly<Record<number, Advice>> = {
  1: { intent: 'curative', treatment: 'systemic therapy', proposal: 'Two more cycles, then MR angiography before limb salvage is decided.', rationale: 'The popliteal artery is abutted over 3 cm, not encased.' },
  3: { intent: 'curative', treatment: 'radiotherapy', proposal: 'Definitive radiotherapy, 55.8 Gy in 31 fractions.', rationale: 'Resection would cost the peroneal nerve.' },
  5: { intent: 'curative', treatment: 'surgery', proposal: 'Navigated resection of zone I, left.', rationale: 'Margins of 10 mm are feasible above the sciatic notch.' },
  8: { intent: 'curative', treatment: 'surgery', proposal: 'Expandable prosthesis; rotationplasty if the family prefers one operation.', rationale: 'About 9 cm of growth are left at this knee.' },
  10: { intent: 'curative', treatment: 'surgery', proposal: 'Amputation below the knee after neoadjuvant treatment.', rationale: 'No plantigrade foot after calcanectomy with this soft-tissue extent.' },
  11: { intent: 'palliative', treatment: 'radiotherapy', proposal: 'Fixation and radiotherapy of the proximal femur; systemic therapy goes on.', rationale: 'Fracture under treatment: pain and stability come first.' },
};

const step = steps('The afternoon');

describe('an afternoon of the bone sarcoma board: eight people of two hospitals, each at a window of their own, twelve cases', () => {
  step('all twelve stand on the next agenda without anybody putting them there; the scribe opens the sitting for the chair', async () => {
    const huang = await as(scribe);
    const { page } = huang;
    await huang.open(`/cases/${nth(0).caseId}`);
    await panel(huang, 'Decision').getByText(/On the agenda of/).waitFor();
    await panel(huang, 'Decision').getByRole('link').first().click();
    await page.waitForURL(/\/meetings\//);
    sitting = new URL(page.url()).pathname;
    const agenda = page.getByRole('complementary', { name: 'Agenda' });
    for (const { number } of cases) await agenda.getByRole('button', { name: number }).filter({ hasText: number }).first().waitFor();
    await page.getByRole('button', { name: 'Open the meeting' }).click();
    expect(await page.getByRole('dialog').getByLabel('Chair', { exact: true }).and(page.locator('input')).inputValue()).toBe(chair);
    await page.getByRole('dialog').getByRole('button', { name: 'Open the meeting' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await callCase(huang, nth(0).number);
  });

  step('each says from the own seat that they are there, and the scribe sees the quorum come together', async () => {
    const huang = await as(scribe);
    await quorum(huang).getByText(/missing/).first().waitFor();
    for (const [name, how] of board) {
      const person = await as(name);
      await person.open(sitting);
      await seat(person, how).click();
      await seat(person, how).waitFor({ state: 'hidden' });
    }
    await quorum(huang).getByText(/quorum met/).waitFor();
  });

  step('two type one recommendation at once, and no word is lost', async () => {
    const [huang, li] = [await as(scribe), await as(chair)];
    await callCase(li, nth(0).number);
    await adviseTogether(huang, li, firstAdvice);
  });

  step('six more are recommended', async () => {
    const huang = await as(scribe);
    for (const [at, advice] of Object.entries(advices)) {
      await callCase(huang, nth(Number(at)).number);
      await advise(huang, advice);
    }
  });

  step('five end otherwise: two deferred, one by standard of care, one for another board, one to be discussed again', async () => {
    const li = await as(chair);
    await callCase(li, nth(2).number);
    await otherwise(li, 'Defer', 'imaging missing', 'The chest CT is three months old.');
    await callCase(li, nth(7).number);
    await otherwise(li, 'Defer', 'staging incomplete', 'No survey of the other bones.');
    await callCase(li, nth(4).number);
    await otherwise(li, 'Another outcome', 'covered by standard of care (not discussed)', 'Low grade: observation with imaging every six months, as the guideline says.');
    await callCase(li, nth(6).number);
    await otherwise(li, 'Another outcome', 'referred to another board', 'For the general board: benign, with a question of denosumab.');
    await callCase(li, nth(9).number);
    await otherwise(li, 'Another outcome', 'discuss again by date', 'After the positron emission scan.', (dialog) => typeDate(dialog.getByRole('group', { name: 'Discuss again by' }), inDays(40)));
  });

  step('everybody sees each of the twelve decided in their own window, without loading it again; the chair closes', async () => {
    const kinds = [...Array.from({ length: 7 }, () => 'recommendation'), 'deferred', 'deferred', 'coveredByStandard', 'referredToOtherBoard', 'discussAgainByDate'].sort();
    const akhmetov = await as('Dr Yerzhan Akhmetov');
    const view = (await (await akhmetov.page.request.get(`/api${sitting}`)).json()) as { agenda: { case: { id: string }; outcome: { kind: string } | null }[] };
    const mine = view.agenda.filter((item) => cases.some(({ caseId }) => caseId === item.case.id));
    expect(mine.map(({ outcome }) => outcome?.kind).sort()).toEqual(kinds);
    const agenda = akhmetov.page.getByRole('complementary', { name: 'Agenda' });
    await agenda.getByRole('listitem').filter({ hasText: nth(11).number }).getByText('recommendation').first().waitFor();
    await closeMeeting(await as(chair));
  });

  step('those who must sign the first case do, and its letter is read in three languages', async () => {
    for (const name of [chair, 'Dr Zhao Lei', 'Dr Sun Jia', 'Dr Chen Yu', 'Dr Wang Min']) {
      const signer = await as(name);
      await signer.goTo('Inbox');
      await signer.page.getByRole('button', { name: new RegExp(`Sign the recommendation.*${nth(0).number}`, 's') }).click();
      const preview = signer.page.getByRole('region', { name: 'Preview' });
      await preview.getByRole('link', { name: 'Open' }).click();
      await signer.page.getByRole('button', { name: 'Sign recommendation' }).click();
      await signer.page.getByText(`Recommendation on ${nth(0).number} signed.`).waitFor();
    }
    const omarov = await as('Dr Nurlan Omarov');
    await omarov.open(`/cases/${nth(0).caseId}`);
    await panel(omarov, 'Decision').getByRole('link', { name: 'Open', exact: true }).click();
    await panel(omarov, 'Letters').getByText('signed', { exact: true }).nth(1).waitFor();
    await chooseFrom(field(omarov, 'Another language or reader'), 'Letter in Chinese');
    await omarov.page.getByRole('button', { name: 'Make letter', exact: true }).click();
    await omarov.page.getByRole('link', { name: 'Letter in Chinese' }).waitFor();
    const outcome = /outcomes\/([^/?]+)/.exec(omarov.page.url())?.[1] ?? '';
    for (const [language, words] of [['en', 'Recommendation'], ['ru', 'Рекомендация'], ['zh', '建议']] as const) {
      const letter = await omarov.page.request.get(`/api/cases/${nth(0).caseId}/outcomes/${outcome}/letters/${language}`);
      expect([language, letter.status()]).toEqual([language, 200]);
      const text = readDrawn(await letter.body()).map((piece) => piece.text).join(' ');
      expect(text).toContain('modular prosthesis');
      expect(text).toContain(words);
    }
  });

  step('no script failed on any of these screens and no answer was the server’s fault', () => {
    expect([...people.values()].flatMap(({ name, troubles }) => troubles.map((trouble) => `${name}: ${trouble}`))).toEqual([]);
  });
});
