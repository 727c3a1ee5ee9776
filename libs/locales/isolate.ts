const rightToLeftLetters = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;
const firstStrongIsolate = '\u2068';
const ownDirection = { ltr: '\u2066', rtl: '\u2067' } as const;
const isolateBegins = /[\u2066-\u2068]/;
const popIsolate = '\u2069';

/**
 * A value set into a sentence, kept from being torn apart by the direction of what stands around it: in a Hebrew
 * sentence `03-Mar-1961` would otherwise show as `Mar-1961-03`. Plain numbers need no isolation, and a value that has
 * the sentence's own direction gets none, so that English texts stay free of invisible characters. A value that is made of others
 * ("sign: pathology") is a sentence of the same language: with nothing but isolated parts and a colon it would have no direction of its own. So
 * is a value in a right-to-left sentence that has such letters, though "CT" may stand first in it.
 */
export function isolate(value: unknown, direction: 'ltr' | 'rtl'): unknown {
  if (typeof value !== 'string' || value === '') return value;
  if (isolateBegins.test(value) || (direction === 'rtl' && rightToLeftLetters.test(value))) return `${ownDirection[direction]}${value}${popIsolate}`;
  const mixed = direction === 'rtl' ? !/^\d+$/.test(value) : rightToLeftLetters.test(value);
  return mixed ? `${firstStrongIsolate}${value}${popIsolate}` : value;
}
