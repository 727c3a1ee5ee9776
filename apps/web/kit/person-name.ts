/** The parts of a name that are there. A missing part is absent or null, never empty. */
export interface NameParts { family?: string | null; given?: string | null; patronymic?: string | null }

/** A name in its own script, its transliteration where one is known, or that it is not known and why. */
export interface PersonNameValue {
  original?: NameParts | null;
  latin?: NameParts | null;
  notKnown?: { reason?: string | null } | null;
}

const han = /\p{Script=Han}/u;
const there = (part: string | null | undefined): part is string => typeof part === 'string' && part.trim() !== '';

/**
 * One written name: family in capitals where the script has them, then given name and patronymic. Chinese: family first
 * and no space. Only parts that are there, so no stray comma, space or "null". Empty when there is none.
 */
export function writtenName(parts: NameParts | null | undefined): string {
  if (!parts) return '';
  const present = [parts.family, parts.given, parts.patronymic].filter(there).map((part) => part.trim());
  if (present.length > 0 && present.every((part) => han.test(part))) return present.join('');
  const family = there(parts.family) ? parts.family.trim().toUpperCase() : undefined;
  return [family, parts.given, parts.patronymic].filter(there).map((part) => part.trim()).join(' ');
}

/** What to show: the name in its own script, the transliteration where it says something new, both empty when not known. */
export function shownName(name: PersonNameValue): { main: string; beside: string } {
  const original = writtenName(name.original);
  const latin = writtenName(name.latin);
  if (original === '') return { main: latin, beside: '' };
  return { main: original, beside: latin === original ? '' : latin };
}
