import { chooseFrom, fillForm, type Answers } from '../forms.js';
import type { Person } from '../person.js';
import { paper } from './papers.js';

export interface Referred { readonly caseId: string; readonly number: string }

/** The referring surgeon begins a referral and says who the patient is. */
export async function beginReferral(surgeon: Person, patient: Answers): Promise<Referred> {
  const { page } = surgeon;
  await surgeon.goTo('Cases');
  await page.getByRole('link', { name: 'New referral' }).click();
  for (const [label, option] of [['Board', 'Bone sarcoma board'], ['Urgency', 'urgent']] as const) await chooseFrom(page.getByLabel(label, { exact: true }).first(), option);
  await fillForm(page, patient);
  await page.getByRole('button', { name: 'Begin the referral' }).click();
  await page.waitForURL(/\/cases\/[^/]+\/referral$/);
  const caseId = /\/cases\/([^/]+)\//.exec(page.url())?.[1] ?? '';
  const title = await page.getByRole('heading', { level: 1, name: /C-\d+/ }).innerText();
  return { caseId, number: /\bC-\d+\b/.exec(title)?.[0] ?? '' };
}

/** The minimum data set, kept as it is typed. */
export async function answerDataSet(surgeon: Person, answers: Answers): Promise<void> {
  await fillForm(surgeon.page, answers);
  await surgeon.page.getByText(/^Saved /).waitFor();
}

/** Documents in the languages that they came in; their kind is guessed from the name and corrected where it is wrong. */
export async function addDocuments(surgeon: Person, files: readonly { name: string; kind: string }[]): Promise<void> {
  const { page } = surgeon;
  await page.locator('input[type="file"]').first().setInputFiles(files.map(({ name, kind }) => paper(name, kind)));
  for (const [i, { kind }] of files.entries()) await chooseFrom(page.getByLabel('Kind of document', { exact: true }).and(page.locator('input')).nth(i), kind);
  await page.getByRole('button', { name: `Send ${files.length} files` }).click();
  for (const { name } of files) await page.getByRole('link', { name }).waitFor();
}

/** Consent of the patient, with the signed paper, for one purpose. */
export async function recordConsent(surgeon: Person, purpose: string, file: string): Promise<void> {
  const { page } = surgeon;
  await page.getByRole('button', { name: `Record consent: ${purpose}` }).click();
  const dialog = page.getByRole('dialog');
  const choosing = page.waitForEvent('filechooser');
  await dialog.getByText('Choose', { exact: true }).click();
  await (await choosing).setFiles(paper(file, purpose));
  await dialog.getByRole('button', { name: 'Record consent' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('listitem').filter({ hasText: purpose }).getByText('on record').waitFor();
}

export async function submit(surgeon: Person): Promise<void> {
  await surgeon.page.getByRole('button', { name: 'Submit referral' }).click();
  await surgeon.page.getByText('submitted', { exact: true }).first().waitFor();
}

/** The case manager of the host finds it among what is to be checked, reads it, and accepts it. */
export async function acceptReferral(manager: Person, number: string): Promise<void> {
  const { page } = manager;
  await manager.goTo('Inbox');
  await page.getByRole('button', { name: new RegExp(`Check the referral.*${number}`, 's') }).click();
  await page.getByRole('region', { name: 'Preview' }).getByRole('link', { name: 'Open' }).click();
  await page.getByText('Every required item is answered.').waitFor();
  await page.getByRole('button', { name: 'Accept', exact: true }).click();
  await page.getByRole('button', { name: 'Accept', exact: true }).waitFor({ state: 'hidden' });
}
