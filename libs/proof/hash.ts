/** SHA-256 by WebCrypto: the same code in the browser and in Node. */
import { canonicalText, type EventFields } from './event-text.js';

/** SHA-256 of the text's UTF-8, 64 lower-case hex digits. */
export async function hashText(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Hash of an event: SHA-256 over its canonical text. Throws NotCanonicalizable for what `canonicalText` refuses. */
export async function hashEvent(fields: EventFields): Promise<string> {
  return hashText(canonicalText(fields));
}
