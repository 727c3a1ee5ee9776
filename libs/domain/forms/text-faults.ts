/** Longest text of one line, and of a paragraph field: enough for any opinion, and a bound for the store. */
export const longestText = 500;
export const longestLongText = 20_000;

const isLoneSurrogate = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  if (unit >= 0xd800 && unit <= 0xdbff) return !(text.charCodeAt(at + 1) >= 0xdc00 && text.charCodeAt(at + 1) <= 0xdfff);
  return unit >= 0xdc00 && unit <= 0xdfff && !(text.charCodeAt(at - 1) >= 0xd800 && text.charCodeAt(at - 1) <= 0xdbff);
};
const isControl = (unit: number): boolean => (unit < 0x20 && unit !== 0x09 && unit !== 0x0a && unit !== 0x0d) || unit === 0x7f;

/**
 * Place (UTF-16 index) of the first character that neither the database nor the hash can take: U+0000 and other controls, or half of
 * a surrogate pair; null where there is none. Everything else is kept as typed: no-break spaces, marks of direction, both forms of й.
 */
export const badCharacterAt = (text: string): number | null => {
  for (let at = 0; at < text.length; at += 1) if (isControl(text.charCodeAt(at)) || isLoneSurrogate(text, at)) return at;
  return null;
};
