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
    /** The bytes are the copy that says on each page that the letter was called back. */
    readonly markedCopy: boolean;
    /** When the letter was made, and what ended it. */
    readonly madeAt: string; readonly endedAt: string | null; readonly reason: string | null;
  };

type Found = Exclude<LetterVerdict, { readonly verdict: 'unknown' }> & { readonly outcomeId: string };
type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? { ...value } : {});
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Reads canonical texts of events in the order of their streams. They are taken as they are: `verifyExport` says whether they are whole. */
export async function letterVerdict(texts: AsyncIterable<string> | Iterable<string>, sha256: string): Promise<LetterVerdict> {
  const cases = new Map<string, Map<string, Found>>();
  let found: Found | null = null;
  for await (const text of texts) {
    const event = parse(text);
    if (event === null) continue;
    const letters = cases.get(textOf(event['stream'])) ?? new Map<string, Found>();
    for (const [hash, letter] of letters) letters.set(hash, after(letter, event));
    const [hash, letter] = made(event) ?? [null, null];
    if (hash !== null) cases.set(letter.stream, letters.set(hash, letter));
    found = copied(event, sha256, letters) ?? letters.get(sha256) ?? found;
  }
  if (found === null) return { verdict: 'unknown' };
  const { outcomeId: _, ...verdict } = found;
  return verdict;
}

function made(event: Fields): readonly [hash: string, letter: Found] | null {
  const data = fieldsOf(event['data']);
  const letter = fieldsOf(data['letter']);
  if (event['type'] !== 'LetterMade') return null;
  return [textOf(letter['sha256']), {
    verdict: letter['signed'] === true ? 'signed' : 'draft', stream: textOf(event['stream']), outcomeId: textOf(data['outcomeId']), language: textOf(data['language']), plain: data['plain'] === true,
    madeAt: textOf(event['at']), endedAt: null, reason: null, markedCopy: false,
  }];
}

/** The copy that says on its pages that the letter was called back: what is said of it is said of its original. */
function copied(event: Fields, sha256: string, letters: ReadonlyMap<string, Found>): Found | null {
  const data = fieldsOf(event['data']);
  if (event['type'] !== 'LetterMarked' || fieldsOf(data['copy'])['sha256'] !== sha256) return null;
  const original = letters.get(textOf(data['of']));
  return original === undefined ? null : { ...original, markedCopy: true };
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
