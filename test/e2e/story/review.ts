import { fillForm, type Answers } from '../forms.js';
import type { Person } from '../person.js';

/** Takes a review that is on offer to one's discipline and opens it. */
export async function takeReview(reviewer: Person, what: string, number: string): Promise<void> {
  const { page } = reviewer;
  await reviewer.goTo('Inbox');
  await page.getByRole('navigation', { name: 'Groups of tasks' }).getByRole('button', { name: 'To claim' }).click();
  await page.getByRole('button', { name: new RegExp(`${what}[^a-z].*${number}`, 's') }).click();
  const preview = page.getByRole('region', { name: 'Preview' });
  await preview.getByRole('heading', { name: what, exact: true }).waitFor();
  await preview.getByRole('button', { name: 'Claim', exact: true }).click();
  await preview.getByRole('button', { name: 'Claim', exact: true }).waitFor({ state: 'hidden' });
  await preview.getByRole('link', { name: 'Open' }).click();
  await page.getByRole('region', { name: 'Opinion', exact: true }).waitFor();
}

/** What is typed is kept on the server. */
export async function typeOpinion(reviewer: Person, answers: Answers): Promise<void> {
  await fillForm(reviewer.page, answers);
  await reviewer.page.getByText(/^Saved /).waitFor();
}

export async function gradeDiscordance(reviewer: Person, grade: string): Promise<void> {
  await reviewer.page.getByRole('group', { name: 'Compared with the first reading' }).getByRole('radio', { name: grade, exact: true }).check();
}

export async function signOpinion(reviewer: Person, number: string): Promise<void> {
  await reviewer.page.getByRole('button', { name: 'Sign opinion' }).click();
  await reviewer.page.getByText(`Opinion on ${number} signed.`).waitFor();
}
