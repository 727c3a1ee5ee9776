/**
 * Keeps values whole where two directions of writing meet. In a Hebrew line `05-Apr-2008` would otherwise be printed as
 * `Apr-2008-05`, which is a clinical hazard (H29).
 */
const LTR_ISOLATE = '\u2066';
const FIRST_STRONG_ISOLATE = '\u2068';
const POP = '\u2069';

const NO_BREAK_SPACE = '\u00a0';
/** Values up to this length ("+7 (700) 555-0142") are not broken at the end of a line either. */
const SHORT = 20;

const RTL_LETTER = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const LTR_LETTER = /[\p{L}]/u;
const NOT_RTL_RUN = /[^\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+/g;

const ISOLATED = /^[\u2066-\u2068][^\u2066-\u2069]*\u2069$/;

export type Direction = 'ltr' | 'rtl';

/** The direction of the first letter; that of the letter around it where there is none. */
export function directionOfText(text: string, fallback: Direction): Direction {
  for (const char of text) {
    if (RTL_LETTER.test(char)) return 'rtl';
    if (LTR_LETTER.test(char)) return 'ltr';
  }
  return fallback;
}

/** One value (a name, a number, a date), set into a line of the given direction. */
export function isolateValue(value: string, around: Direction): string {
  if (ISOLATED.test(value)) return value;
  const mixed = around === 'rtl' ? /[^\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\s.,:;׳״]/.test(value) : RTL_LETTER.test(value);
  if (!mixed) return value;
  return RTL_LETTER.test(value) ? `${FIRST_STRONG_ISOLATE}${isolateRuns(value)}${POP}` : `${LTR_ISOLATE}${value}${POP}`;
}

/** Free text: each run of words without a right-to-left letter, inside right-to-left text, is kept in one piece. */
export function isolateRuns(text: string): string {
  if (directionOfText(text, 'ltr') === 'ltr') return text;
  return text.replace(NOT_RTL_RUN, (run) => {
    const core = /[\p{L}\p{N}+(].*[\p{L}\p{N}%)+°]|[\p{L}\p{N}]/su.exec(run)?.[0] ?? '';
    const whole = withoutLoneBrackets(core);
    if (whole === '' || /^\d+$/.test(whole) || /\n/.test(whole)) return run;
    const kept = whole.split(/(?<=[,;:.]) /).map((part) => (part.length <= SHORT ? part.replaceAll(' ', NO_BREAK_SPACE) : part)).join(' ');
    return run.replace(whole, () => `${LTR_ISOLATE}${kept}${POP}`);
  });
}

/** "(MRI" belongs to a bracket that closes outside the run: the bracket stays with the text around it. */
function withoutLoneBrackets(core: string): string {
  const opening = core.split('(').length - core.split(')').length;
  if (opening > 0 && core.startsWith('(')) return core.slice(1);
  if (opening < 0 && core.endsWith(')')) return core.slice(0, -1);
  return core;
}
