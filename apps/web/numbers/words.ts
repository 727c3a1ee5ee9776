import { useLanguage, useT } from '../i18n/useT.js';
import type { TimesDto } from '../generated/types.gen.js';
import type { BarKey } from './reading.js';
import { dateWords, numberLocale } from '../kit/intl.js';

/** Lists whose words a figure's parts and codes already have; others are the page's own. */
const partLists: Readonly<Record<string, string>> = { stageTime: 'stage', waiting: 'waitingClock', attendance: 'discipline' };
const codeLists: Readonly<Record<string, string>> = { outcome: 'outcomeKind', whyNot: 'notCarriedOutReason' };
const hour = 3_600_000;
const day = 24 * hour;

export function useNumbersWords() {
  const t = useT();
  const lang = useLanguage();
  const unit = (value: number, name: 'minute' | 'hour' | 'day', digits: number): string => new Intl.NumberFormat(numberLocale(lang), { style: 'unit', unit: name, unitDisplay: name === 'day' ? 'long' : 'short', maximumFractionDigits: digits }).format(value);
  const ownCode = (figure: string, code: string): string => (figure === 'hearing' && code !== 'decided' ? t('numbers.deferredFor', { cause: t(`lists.deferralCause.${code}`) }) : t(`numbers.code.${code}`));
  const part = (figure: string, name: string): string => t(`lists.${partLists[figure] ?? 'stage'}.${name}`);
  const code = (figure: string, name: string): string => (codeLists[figure] === undefined ? ownCode(figure, name) : t(`lists.${codeLists[figure]}.${name}`));
  return {
    part, code,
    bar: (key: BarKey): string => [key.part === '' ? '' : part(key.figure, key.part), key.code === 'passed' ? '' : code(key.figure, key.code)].filter(Boolean).join(' · '),
    /** Where one bar stands for a part, the figure's title says of what it is the share. */
    short: (key: BarKey): string => (key.part === '' ? code(key.figure, key.code) : part(key.figure, key.part)),
    count: (n: number): string => new Intl.NumberFormat(numberLocale(lang)).format(n),
    share: (n: number, of: number): string => new Intl.NumberFormat(numberLocale(lang), { style: 'percent', maximumFractionDigits: of >= 200 ? 1 : 0 }).format(of === 0 ? 0 : n / of),
    /** By the clock: minutes, hours or days, whichever says it shortest. */
    clock: (ms: number): string => (ms < 2 * hour ? unit(ms / 60_000, 'minute', 1) : ms < 2 * day ? unit(ms / hour, 'hour', 0) : unit(ms / day, 'day', 1)),
    /** In working time there are no days: a hospital's day has its own length. */
    working: (ms: number): string => (ms < hour ? unit(ms / 60_000, 'minute', 0) : unit(ms / hour, 'hour', ms < 10 * hour ? 1 : 0)),
    period: (value: string): string => (value.length === 4 ? value : value[5] === 'Q' ? t('numbers.quarter', { quarter: value.slice(6), year: value.slice(0, 4) })
      : dateWords(lang, { month: 'long', year: 'numeric' })(new Date(`${value}-15T00:00:00Z`))),
  };
}

/** Median first; where nothing is told, nothing is drawn. */
export const longest = (times: readonly (TimesDto | null)[]): number => Math.max(1, ...times.map((one) => one?.p90 ?? 0));
