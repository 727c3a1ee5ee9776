import { canonicalJson, hashEventSync } from '#proof';

/**
 * A value as JSON says it: members that are undefined are gone, instances of classes (a validated request body) are plain.
 * What is decided on, hashed and stored is one and the same value.
 */
export function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** SHA-256 (hex) of a value's canonical JSON. */
export const hashOf = (value: unknown): string => hashEventSync(canonicalJson(plain(value)));
