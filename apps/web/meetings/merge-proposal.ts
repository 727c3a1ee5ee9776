import { mergedText } from './merge-text.js';
import { emptyProposal, type Proposal, type ProposalField } from './proposal.js';

interface Row { id: string }
type Merged<T> = { value: T; both: boolean };
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A choice has no two values: mine stands, and it is said. */
const mergedChoice = <T>(base: T, mine: T, theirs: T): Merged<T> =>
  (same(base, mine) ? { value: theirs, both: false } : { value: mine, both: !same(base, theirs) && !same(mine, theirs) });

/** What either put in is in, what either took out is out. */
const mergedSet = (base: string[], mine: string[], theirs: string[]): Merged<string[]> =>
  ({ value: [...theirs.filter((code) => mine.includes(code) || !base.includes(code)), ...mine.filter((code) => !theirs.includes(code) && !base.includes(code))], both: false });

/** Row by row, and in each word by word. A row that one took out while the other typed in it stays. */
function mergedRows<R extends Row>(base: readonly R[], mine: readonly R[], theirs: readonly R[]): Merged<R[]> {
  const of = (rows: readonly R[], id: string) => rows.find((row) => row.id === id);
  let both = false;
  const ids = [...new Set([...theirs, ...mine].map(({ id }) => id))];
  const value = ids.flatMap((id): R[] => {
    const [was, my, their] = [of(base, id), of(mine, id), of(theirs, id)];
    if (!my || !their) {
      const kept = my ?? their;
      return kept === undefined || (was && same(was, kept)) ? [] : [kept];
    }
    const fields = Object.keys(my) as (keyof R)[];
    return [fields.reduce<R>((row, field) => {
      const [b, m, t] = [String(was?.[field] ?? ''), String(my[field]), String(their[field])];
      // Ids and dates are chosen, not written.
      const merged = /^(id|personId|ownerId|dueDate)$/.test(String(field)) ? mergedChoice(b, m, t) : mergedText(b, m, t);
      both ||= merged.both;
      return { ...row, [field]: 'text' in merged ? merged.text : merged.value };
    }, my)];
  });
  return { value, both };
}

const written: readonly ProposalField[] = ['proposal', 'rationale', 'offGuidelineReason', 'conditions', 'alternative'];
const listed: readonly ProposalField[] = ['options', 'pendingResults', 'dissents', 'abstentions'];

function mergedField(field: ProposalField, base: Proposal, mine: Proposal, theirs: Proposal): Merged<unknown> {
  if (written.includes(field)) {
    const { text, both } = mergedText(base[field] as string, mine[field] as string, theirs[field] as string);
    return { value: text, both };
  }
  if (listed.includes(field)) return mergedRows(base[field] as Row[], mine[field] as Row[], theirs[field] as Row[]);
  return field === 'modalities' ? mergedSet(base.modalities, mine.modalities, theirs.modalities) : mergedChoice<unknown>(base[field], mine[field], theirs[field]);
}

/** Somebody saved meanwhile: theirs with what I typed since `base`. `both` names the fields that both changed in the same place. */
export function mergedProposal(base: Proposal, mine: Proposal, theirs: Proposal): { proposal: Proposal; both: ProposalField[] } {
  const both: ProposalField[] = [];
  const fields = Object.keys(emptyProposal(null)) as ProposalField[];
  const entries = fields.map((field) => {
    const merged = mergedField(field, base, mine, theirs);
    if (merged.both) both.push(field);
    return [field, merged.value] as const;
  });
  return { proposal: { ...mine, ...Object.fromEntries(entries) as Partial<Proposal> }, both };
}
