/** What the chain says of a letter, known by the SHA-256 of its bytes: without any database, from the events alone. */
import { parse } from './export-line.js';

/**
 * signed      the signed letter, in force
 * superseded  it was; the board has decided again since
 * recalled    it was called back: a recall weighs more than a later decision
 * draft       made before everybody had signed
 */
export type LetterVerdict =
  | { readonly verdict: 'unknown' }
  | {
    readonly verdict: 'signed' | 'superseded' | 'recalled' | 'draft'; readonly stream: string; readonly language: string; readonly plain: boolean;
    /** When the letter was made, and what ended it. */
    readonly madeAt: string; readonly endedAt: string | null; readonly reason: string | null;
  };

type Found = Exclude<LetterVerdict, { readonly verdict: 'unknown' }> & { readonly outcomeId: string };
type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? { ...value } : {});
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Reads canonical texts of events in the order of their streams. They are taken as they are: `verifyExport` says whether they are whole. */
export async function letterVerdict(texts: AsyncIterable<string> | Iterable<string>, sha256: string): Promise<LetterVerdict> {
  let found: Found | null = null;
  for await (const text of texts) {
    const event = parse(text);
    if (event === null) continue;
    found = made(event, sha256) ?? (found === null || event['stream'] !== found.stream ? found : after(found, event));
  }
  if (found === null) return { verdict: 'unknown' };
  const { outcomeId: _, ...verdict } = found;
  return verdict;
}

function made(event: Fields, sha256: string): Found | null {
  const data = fieldsOf(event['data']);
  const letter = fieldsOf(data['letter']);
  if (event['type'] !== 'LetterMade' || letter['sha256'] !== sha256) return null;
  return {
    verdict: letter['signed'] === true ? 'signed' : 'draft', stream: textOf(event['stream']), outcomeId: textOf(data['outcomeId']), language: textOf(data['language']), plain: data['plain'] === true,
    madeAt: textOf(event['at']), endedAt: null, reason: null,
  };
}

/** What later events of the same case do to the letter. */
function after(found: Found, event: Fields): Found {
  const data = fieldsOf(event['data']);
  const endedAt = textOf(event['at']);
  if (found.verdict === 'draft' || found.verdict === 'recalled') return found;
  if (event['type'] === 'LetterRecalled' && data['outcomeId'] === found.outcomeId) return { ...found, verdict: 'recalled', endedAt, reason: textOf(data['reason']) };
  if (event['type'] === 'OutcomeRecorded' && found.verdict === 'signed') return { ...found, verdict: 'superseded', endedAt };
  return found;
}
