/** A category of TNM as clinicians type it: `T2`, `pT2b`, `ycN1mi`, `M1 a`. Its letter, and what stands behind it in small letters; null where it can't be read. */
const category = (letter: 'T' | 'N' | 'M', text: string): string | null => {
  const found = new RegExp(`^[cpyramu]*\\s*${letter}\\s*(X|is|[0-4])\\s*(mi|[a-d]?)\\b`, 'i').exec(text.trim());
  if (found === null) return null;
  const [, first = '', rest = ''] = found;
  return `${letter}${first.toLowerCase() === 'x' ? 'X' : first.toLowerCase()}${rest.toLowerCase()}`;
};

export interface Tnm { readonly t: string; readonly n: string; readonly m: string }
export const readT = (text: string): string | null => category('T', text);
export const readN = (text: string): string | null => category('N', text);
export const readM = (text: string): string | null => category('M', text);

/** Whether a category is one of those named: `T1` covers `T1a`, `T1a` only itself. */
export const among = (value: string, ...named: readonly string[]): boolean => named.some((name) => value === name || (/\d$/.test(name) && value.startsWith(name)));

/** Low or high, from FNCLCC, from two tiers, from G1 to G3. GX counts as low, as the tables of sarcoma do; null where it isn't one of them. */
export const gradeTier = (grade: string): 'low' | 'high' | null => (['G1', 'GX', 'low'].includes(grade) ? 'low' : ['G2', 'G3', 'high'].includes(grade) ? 'high' : null);
