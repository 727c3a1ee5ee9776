import type { Person } from '../person.js';

/** Checklist lines by their words, with how many days their paper holds, where it lapses. */
export type Lines = Readonly<Record<string, number | null>>;

/** A note in the dialog that is open. */
export const note = async ({ page }: Person, words: string): Promise<void> => page.getByRole('dialog').getByLabel('Note', { exact: true }).fill(words);

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

export async function openTransfer(person: Person, caseId: string): Promise<void> {
  await person.open(`/cases/${caseId}/transfer`);
  await person.page.getByRole('region', { name: 'What comes next' }).waitFor();
}

/** Marks each line as done, with the last day of its paper. */
export async function completeLines(coordinator: Person, lines: Lines): Promise<void> {
  const { page } = coordinator;
  for (const [line, days] of Object.entries(lines)) {
    const actions = page.getByRole('group', { name: new RegExp(`: ${line}$`) });
    await actions.getByRole('button', { name: 'Mark done' }).click();
    const dialog = page.getByRole('dialog');
    if (days !== null) await dialog.getByLabel('Last day it holds').fill(inDays(days));
    await dialog.getByRole('button', { name: 'Mark done' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await actions.getByRole('button', { name: 'Mark done' }).waitFor({ state: 'hidden' });
  }
}

/** Presses the one button of what comes next, and the same in its dialog where it opens one. */
export async function next(coordinator: Person, verb: string, answer?: (person: Person) => Promise<void>): Promise<void> {
  const { page } = coordinator;
  const button = page.getByRole('region', { name: 'What comes next' }).getByRole('button', { name: verb, exact: true });
  await button.click();
  const dialog = page.getByRole('dialog');
  if (answer) {
    await dialog.waitFor();
    await answer(coordinator);
    await dialog.getByRole('button', { name: verb, exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
  }
  await button.waitFor({ state: 'hidden' });
}

export { inDays };
