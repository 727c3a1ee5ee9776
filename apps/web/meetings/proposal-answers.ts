import { rowsOf, type Answer, type Answers } from '../kit/form/definition.js';
import { emptyProposal, type Proposal } from './proposal.js';

type Value = Proposal[keyof Proposal];
const given = (value: string | boolean | string[]): Answer => ({ state: 'given', value });

function answerOf(value: Value): Answer | null {
  if (value === null || value === '' || value === false) return null;
  if (!Array.isArray(value)) return given(value);
  const rows = value.filter((row) => typeof row === 'object');
  if (rows.length === 0) return value.length === 0 ? null : given(value as string[]);
  return { state: 'given', value: rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, text]) => text !== '').map(([field, text]) => [field, given(String(text))]))) };
}

/** As the server keeps drafts: by field, what nobody typed left out. */
export function answersOf(typed: Proposal): Answers {
  return Object.fromEntries(Object.entries(typed).flatMap(([field, value]) => { const answer = answerOf(value as Value); return answer === null ? [] : [[field, answer] as const]; }));
}

const rowFields = {
  options: { id: '', option: '', favours: '', against: '' }, pendingResults: { id: '', what: '', ownerId: '', dueDate: '', wouldChange: '' },
  dissents: { id: '', personId: '', reason: '' }, abstentions: { id: '', personId: '', reason: '' },
} as const;
const isRows = (field: string): field is keyof typeof rowFields => Object.hasOwn(rowFields, field);

const rowOf = (empty: Readonly<Record<string, string>>, row: Answers): Record<string, unknown> =>
  ({ ...empty, ...Object.fromEntries(Object.entries(row).flatMap(([name, one]): [string, unknown][] => (one.state === 'given' ? [[name, one.value]] : []))) });

/** And back; `laterality` is the case's, where nobody said another. */
export function proposalOf(answers: Answers, laterality: string | null): Proposal {
  const typed = Object.entries(answers).flatMap(([field, answer]): [string, unknown][] => {
    if (answer.state !== 'given') return [];
    return [[field, isRows(field) ? rowsOf(answer).map((row) => rowOf(rowFields[field], row)) : answer.value]];
  });
  return { ...emptyProposal(laterality), ...Object.fromEntries(typed) as Partial<Proposal> };
}
