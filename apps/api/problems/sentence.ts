import { has, t, type Values } from '#locales';
import type { Fact } from '#domain';

export interface Sentences { readonly title: string; readonly detail: string; readonly nextStep: string }
export interface Reader { readonly language: string; readonly zone: string }
type Facts = Readonly<Record<string, Fact>>;

/** Where the catalogues lack a code of their own: what is so by its status. */
const byStatus: Readonly<Record<number, string>> = { 401: 'signedOut', 403: 'forbidden', 404: 'missing', 409: 'conflict', 503: 'unavailable' };
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** What is so, why, and what to do next, in the reader's language: `problems.<code>.title|why|next` of the catalogues. */
export function sentencesOf(code: string, status: number, facts: Facts, reader: Reader): Sentences {
  const own = `problems.${code}`;
  const key = has('en', `${own}.title`) ? own : `problems.${byStatus[status] ?? 'unknown'}`;
  const values = spoken(facts, reader, status);
  const say = (part: string) => t(reader.language, `${key}.${part}`, values);
  return { title: say('title'), detail: say('why'), nextStep: say('next') };
}

/** Facts as a sentence needs them: lists joined, instants in the reader's zone. */
function spoken(facts: Facts, { language, zone }: Reader, status: number): Values {
  const values: Values = { status };
  for (const [name, fact] of Object.entries(facts)) values[name] = word(fact, language, zone);
  return values;
}

function word(fact: Fact, language: string, zone: string): string | number {
  if (typeof fact === 'number') return fact;
  if (typeof fact === 'string') return instant.test(fact) ? timeOf(fact, language, zone) : fact;
  if (fact === null) return '–';
  if (typeof fact === 'boolean') return String(fact);
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(fact);
}

export const timeOf = (at: string, language: string, zone: string): string =>
  new Intl.DateTimeFormat(language, { timeZone: zone, year: 'numeric', month: 'short', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }).format(new Date(at));
