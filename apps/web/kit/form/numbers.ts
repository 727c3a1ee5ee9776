import { numberLocale } from '../intl.js';

/** What a typed number means: one value, a question with the possible readings, or no number at all. */
export type NumberReading =
  | { kind: 'empty' }
  | { kind: 'value'; value: number }
  | { kind: 'ask'; readings: readonly [number, number] }
  | { kind: 'notNumber' };

// How people write the unit that they type behind the number: the factor to the field's own unit, mm.
const lengths: Record<string, number> = { mm: 1, мм: 1, 'מ״מ': 1, 'מ"מ': 1, 毫米: 1, cm: 10, см: 10, 'ס״מ': 10, 'ס"מ': 10, 厘米: 10 };

function separators(lang: string): { decimal: string; group: string } {
  const parts = new Intl.NumberFormat(numberLocale(lang)).formatToParts(12345.6);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return { decimal: of('decimal'), group: of('group') };
}

/**
 * Reads a number by the screen's language (case H22). "1,5" is one and a half in Russian and a question in English;
 * "1,234" is a question everywhere; full-width digits, no-break spaces and a unit behind the number are understood.
 */
export function readNumber(typed: string, lang: string, unit?: string): NumberReading {
  const { body, factor } = splitUnit(typed.normalize('NFKC').trim(), unit);
  if (body === '' ) return typed.trim() === '' ? { kind: 'empty' } : { kind: 'notNumber' };
  const times = (value: number) => Number((value * factor).toPrecision(12));
  const text = body.replace(/(\d)[\s\u00A0\u202F\u2009'](?=\d{3}(\D|$))/g, '$1').replace('−', '-');
  if (/^-?\d+$/.test(text)) return { kind: 'value', value: times(Number(text)) };
  const one = /^(-?\d+)([.,])(\d+)$/.exec(text);
  if (one) return readOne(one[1] ?? '', one[2] ?? '', one[3] ?? '', separators(lang), times);
  return readGrouped(text, separators(lang), times);
}

function splitUnit(text: string, unit: string | undefined): { body: string; factor: number } {
  const found = /^(.*?\d)\s*(\p{L}[\p{L}"״.]*|%)$/u.exec(text);
  if (!found) return { body: text, factor: 1 };
  const suffix = (found[2] ?? '').toLowerCase().replace(/\.$/, '');
  if (unit === 'mm' && suffix in lengths) return { body: found[1] ?? '', factor: lengths[suffix] ?? 1 };
  if (unit === 'percent' && suffix === '%') return { body: found[1] ?? '', factor: 1 };
  return { body: '', factor: 1 };
}

function readOne(whole: string, mark: string, rest: string, { decimal, group }: { decimal: string; group: string }, times: (value: number) => number): NumberReading {
  const asDecimal = times(Number(`${whole}.${rest}`));
  const joined = times(Number(`${whole}${rest}`));
  const threeDigits = rest.length === 3 && /^-?[1-9]\d{0,2}$/.test(whole);
  if (threeDigits || (mark !== decimal && mark === group)) return { kind: 'ask', readings: [asDecimal, joined] };
  return { kind: 'value', value: asDecimal };
}

function readGrouped(text: string, { decimal }: { decimal: string }, times: (value: number) => number): NumberReading {
  const other = decimal === ',' ? '.' : ',';
  const grouped = new RegExp(`^-?\\d{1,3}(\\${other}\\d{3})+(\\${decimal}\\d+)?$`);
  if (!grouped.test(text)) return { kind: 'notNumber' };
  return { kind: 'value', value: times(Number(text.replaceAll(other, '').replace(decimal, '.'))) };
}

/** A value as the language writes it, with its unit's word; millimetres from 10 on also in centimetres: "15 mm (1.5 cm)". */
export function sayNumber(value: number, lang: string, unit: string | undefined, word: (unit: string) => string): string {
  const written = new Intl.NumberFormat(numberLocale(lang), { maximumFractionDigits: 6 }).format(value);
  if (unit === undefined || unit === 'count') return written;
  if (unit === 'percent') return `${written}%`;
  const own = `${written} ${word(unit)}`;
  if (unit !== 'mm' || Math.abs(value) < 10) return own;
  return `${own} (${new Intl.NumberFormat(numberLocale(lang), { maximumFractionDigits: 6 }).format(value / 10)} ${word('cm')})`;
}
