import type { Locator } from 'playwright-core';
import { chooseFrom, typeDate } from '../forms.js';
import type { Person } from '../person.js';

/** Follows the case to the meeting on whose agenda it stands. */
export async function openMeetingOf(chair: Person, caseId: string): Promise<void> {
  const { page } = chair;
  await chair.open(`/cases/${caseId}`);
  await panel(chair, 'Decision').getByText(/On the agenda of/).waitFor();
  await panel(chair, 'Decision').getByRole('link').first().click();
  await page.waitForURL(/\/meetings\//);
  await page.getByRole('button', { name: 'Open the meeting' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Open the meeting' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

/** A panel of the case by its title. */
export const panel = (person: Person, title: string): Locator => person.page.getByRole('region', { name: title, exact: true });

/** A field of the page by its label: some labels stand on buttons too. */
export const field = ({ page }: Person, label: string): Locator => page.getByLabel(label, { exact: true }).and(page.locator('input, textarea'));

export const quorum = (person: Person): Locator => person.page.getByRole('region', { name: 'Quorum' });

/** Shows the case on the agenda, until it stands in the middle: what is typed before is another case's. */
export async function callCase(chair: Person, number: string): Promise<void> {
  await chair.page.getByRole('complementary', { name: 'Agenda' }).getByRole('button', { name: number }).filter({ hasText: number }).first().click();
  await chair.page.getByRole('link', { name: number, exact: true }).waitFor();
  await chair.page.getByText('Recommendation', { exact: true }).first().waitFor();
}

export async function attend(chair: Person, name: string, discipline: string, how: 'Present' | 'By video'): Promise<void> {
  const room = chair.page.getByRole('complementary', { name: 'Attendance' });
  const row = room.getByRole('listitem').filter({ hasText: name }).filter({ hasText: discipline }).filter({ has: chair.page.getByRole('button', { name: how, exact: true }) });
  await row.getByRole('button', { name: how, exact: true }).click();
  await row.waitFor({ state: 'hidden' });
}

export interface Advice {
  readonly intent: string; readonly treatments: readonly string[]; readonly side: string; readonly proposal: string; readonly rationale: string; readonly conditions: string;
  readonly guideline: string; readonly edition: string; readonly responsible: string; readonly dueDate: string; readonly transferTo: string;
  readonly dissent: { readonly who: string; readonly reason: string };
}

/** Typed while it is said, read back, recorded. */
export async function recommend(chair: Person, advice: Advice): Promise<void> {
  const { page } = chair;
  await page.getByRole('radiogroup', { name: 'Intent' }).getByRole('radio', { name: advice.intent, exact: true }).check();
  for (const treatment of advice.treatments) await page.getByRole('group', { name: 'Treatment proposed' }).getByRole('checkbox', { name: treatment, exact: true }).check();
  await page.getByRole('radiogroup', { name: 'Side' }).getByRole('radio', { name: advice.side, exact: true }).check();
  for (const [label, words] of [['Proposal', advice.proposal], ['Rationale', advice.rationale], ['Conditions', advice.conditions], ['Guideline', advice.guideline], ['Edition', advice.edition]] as const) await field(chair, label).fill(words);
  await page.keyboard.press('Escape');
  await typeDate(page.getByRole('group', { name: 'To be done by' }), advice.dueDate);
  await chooseFrom(field(chair, 'Responsible'), advice.responsible);
  await chooseFrom(field(chair, 'Advises transfer to'), advice.transferTo);
  await page.getByRole('button', { name: 'Add a dissent' }).click();
  const dissent = page.getByRole('group', { name: 'Dissent' });
  await chooseFrom(dissent.getByLabel('Who').and(page.locator('input')), advice.dissent.who);
  await dissent.getByLabel('Reason').fill(advice.dissent.reason);
  await readBackAndRecord(chair);
}

export async function readBackAndRecord({ page }: Person): Promise<void> {
  await page.getByRole('button', { name: 'Read back' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Record the outcome' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

export async function closeMeeting(chair: Person): Promise<void> {
  const { page } = chair;
  await page.getByRole('button', { name: 'Close the meeting' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close the meeting' }).click();
  await page.getByText('closed', { exact: true }).first().waitFor();
}

/** Signs the text that is on the screen, found from the inbox. The sign-in is too old for that, so it is given anew and what was pressed goes on by itself. */
export async function signRecommendation(signer: Person, number: string): Promise<void> {
  const { page } = signer;
  await signer.goTo('Inbox');
  await page.getByRole('button', { name: new RegExp(`Sign the recommendation.*${number}`, 's') }).click();
  const preview = page.getByRole('region', { name: 'Preview' });
  await preview.getByRole('heading', { name: /^Sign the recommendation/ }).waitFor();
  await preview.getByRole('link', { name: 'Open' }).click();
  await page.getByRole('button', { name: 'Sign recommendation' }).click();
  await page.getByRole('dialog').getByText('Signing needs a sign-in at most ten minutes old.').waitFor();
  await signer.signInAgain();
  await page.getByText(`Recommendation on ${number} signed.`).waitFor();
}
