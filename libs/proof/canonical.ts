/**
 * Canonical JSON text after RFC 8785, the only text that is ever hashed.
 *
 * The serializer alone drops an undefined member and calls `toJSON`, so what was hashed would not be what the caller
 * meant. Everything that JSON can't say is therefore refused here, with the place where it stands.
 */
import canonicalize from 'canonicalize';

/** A value that has no canonical JSON text. A broken assumption of the caller, never a person's mistake. */
export class NotCanonicalizable extends Error {
  constructor(
    readonly path: string,
    readonly reason: string,
  ) {
    super(`${path === '' ? 'The value' : path} ${reason}`);
    this.name = 'NotCanonicalizable';
  }
}

/**
 * The canonical text of a JSON value. Throws NotCanonicalizable for: undefined (also as a member), functions, symbols,
 * bigint, NaN and infinities, holes in arrays, instances of classes (a Date too), cycles, lone surrogates and U+0000
 * (PostgreSQL's jsonb can't hold them), in values and in keys.
 */
export function canonicalJson(value: unknown): string {
  assertJson(value, '', []);
  const text = canonicalize(value);
  if (text === undefined) throw new NotCanonicalizable('', 'has no JSON text');
  return text;
}

function assertJson(value: unknown, path: string, above: readonly object[]): void {
  switch (typeof value) {
    case 'boolean':
      return;
    case 'string':
      return assertText(value, path);
    case 'number':
      if (!Number.isFinite(value)) throw new NotCanonicalizable(path, `is ${value}, which JSON can't say`);
      return;
    case 'object':
      if (value !== null) assertContainer(value, path, above);
      return;
    default:
      throw new NotCanonicalizable(path, `is ${typeof value}, which JSON can't say`);
  }
}

function assertText(text: string, path: string): void {
  if (/\p{Surrogate}/u.test(text)) throw new NotCanonicalizable(path, 'holds a lone surrogate');
  if (text.includes('\u0000')) throw new NotCanonicalizable(path, 'holds U+0000');
}

function assertContainer(value: object, path: string, above: readonly object[]): void {
  if (above.includes(value)) throw new NotCanonicalizable(path, 'contains itself');
  const inside = [...above, value];
  if (Array.isArray(value)) {
    // Array.from and not forEach: a hole must be seen
    Array.from(value).forEach((member: unknown, index) => assertJson(member, `${path}[${index}]`, inside));
    return;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  // compared by its own parent, because a plain object of another realm (a test runner's, a frame's) is plain too
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    throw new NotCanonicalizable(path, 'is an instance of a class; say it as plain JSON');
  }
  if (Object.getOwnPropertySymbols(value).length > 0) throw new NotCanonicalizable(path, 'has a symbol as a key');
  for (const [key, member] of Object.entries(value)) {
    const at = path === '' ? key : `${path}.${key}`;
    assertText(key, at);
    if (key === 'toJSON') throw new NotCanonicalizable(at, 'is a name that JSON libraries treat as a command');
    assertJson(member, at, inside);
  }
}
