import type { Locator, Page } from 'playwright-core';

/** What is typed into a field: words or a chosen option, several options, a date as far as known, rows, or why there is no answer. */
export type Answer = string | readonly string[] | { readonly date: string } | { readonly rows: readonly Answers[] } | { readonly notKnown: string } | { readonly notApplicable: string };
/** By the words that stand at the fields. */
export type Answers = Readonly<Record<string, Answer>>;

/** Types answers into the form on the page, field by field, found by their labels. */
export async function fillForm(page: Page, answers: Answers): Promise<void> {
  await fill(page.locator('main'), answers, (id) => !/-\d+-/.test(id));
}

async function fill(scope: Locator, answers: Answers, mine: (id: string) => boolean): Promise<void> {
  for (const [label, answer] of Object.entries(answers)) await type(scope, await fieldOf(scope, label, mine), label, answer);
}

/** The id of the field with this label: labels inside rows belong to their row. */
async function fieldOf(scope: Locator, label: string, mine: (id: string) => boolean): Promise<string> {
  const found = scope.locator('[id$="-label"]').getByText(label, { exact: true }).or(scope.locator('[id$="-label"]').filter({ hasText: new RegExp(`^${escape(label)}$`) }));
  await found.first().waitFor();
  for (const each of await found.all()) {
    const id = await each.getAttribute('id');
    if (id !== null && mine(id)) return id.replace(/-label$/, '');
  }
  throw new Error(`no field "${label}"`);
}

async function type(scope: Locator, id: string, label: string, answer: Answer): Promise<void> {
  const group = scope.locator(`[role="group"][aria-labelledby="${id}-label"]`);
  const input = scope.locator(`[id="${id}"]`);
  if (typeof answer === 'string') {
    if (await group.count() > 0) await group.getByRole('radio', { name: answer, exact: true }).check();
    else if (await input.getAttribute('aria-haspopup') === 'listbox') await chooseFrom(input, answer);
    else await input.fill(answer);
  } else if ('date' in answer) {
    await typeDate(group, answer.date);
  } else if ('rows' in answer) {
    for (const [i, row] of answer.rows.entries()) {
      const cells = group.getByRole('group', { name: `Row ${i + 1}`, exact: true });
      if (await cells.count() === 0) await group.getByRole('button', { name: 'Add a row' }).click();
      await fill(cells, row, () => true);
    }
  } else if ('notKnown' in answer || 'notApplicable' in answer) {
    const [word, reason] = 'notKnown' in answer ? ['not known', answer.notKnown] : ['not applicable', answer.notApplicable];
    await scope.getByRole('group', { name: `Answer for ${label}`, exact: true }).getByRole('button', { name: word, exact: true }).click();
    await input.fill(reason);
  } else {
    for (const option of answer) await group.getByRole('checkbox', { name: option, exact: true }).check();
  }
}

/** A date as far as it is known: year, month, day. */
export async function typeDate(group: Locator, date: string): Promise<void> {
  const [year = '', month, day] = date.split('-');
  await group.getByLabel('Year').fill(year);
  if (month !== undefined) await group.getByLabel('Month').selectOption(month);
  if (day !== undefined) await group.getByLabel('Day').fill(String(Number(day)));
}

/** Chooses from a list that opens under its input. */
export async function chooseFrom(input: Locator, option: string): Promise<void> {
  await input.click();
  const page = input.page();
  await page.getByRole('listbox').getByRole('option', { name: option, exact: true }).click();
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
