import type { TreatmentDto } from '../generated/types.gen.js';

export interface Bar { from: number; width: number; /** Told as a year or a month: the bar is where it may have been. */ vague: boolean }
export interface Lane { country: string; bars: Bar[] }

const day = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
const isVague = ({ from, to }: Pick<TreatmentDto, 'from' | 'to'>): boolean => [from, to].some((date) => date !== null && date.length < 10);

/** Where each treatment stands between the first and the last day of all, in percent; a lane a country in the order in which they come. Undated ones have no place. */
export function lanesOf(treatments: readonly Pick<TreatmentDto, 'source' | 'from' | 'to' | 'earliest' | 'latest'>[]): { lanes: Lane[]; years: { year: string; at: number }[] } {
  const dated = treatments.flatMap((each) => (each.earliest === null || each.latest === null ? [] : [{ country: each.source.country, first: day(each.earliest), last: day(each.latest) + 1, vague: isVague(each) }]));
  if (dated.length === 0) return { lanes: [], years: [] };
  const begin = Math.min(...dated.map(({ first }) => first));
  const end = Math.max(...dated.map(({ last }) => last));
  const percent = (days: number): number => Math.round((days / (end - begin)) * 1000) / 10;
  const countries = [...new Set(dated.map(({ country }) => country))];
  const lanes = countries.map((country) => ({ country, bars: dated.filter((each) => each.country === country).map(({ first, last, vague }) => ({ from: percent(first - begin), width: Math.max(percent(last - first), 1), vague })) }));
  return { lanes, years: yearsBetween(begin, end).map((year) => ({ year, at: Math.max(0, percent(day(`${year}-01-01`) - begin)) })) };
}

/** The years to write above: the one in which it begins, and each that starts before the last tenth. */
function yearsBetween(begin: number, end: number): string[] {
  const yearOf = (days: number): number => new Date(days * 86_400_000).getUTCFullYear();
  const all = Array.from({ length: yearOf(end - 1) - yearOf(begin) + 1 }, (_, i) => yearOf(begin) + i);
  const step = Math.ceil(all.length / 8);
  return all.filter((year, i) => i % step === 0 && (i === 0 || day(`${year}-01-01`) - begin > (end - begin) * 0.12)).map(String);
}
