/**
 * SHA-256 without waiting, for the transaction in Node. node:crypto is asked for at the call and not imported, so that
 * this lib stays loadable in a browser, where the call throws.
 */
interface Hash {
  update(text: string, encoding: 'utf8'): Hash;
  digest(encoding: 'hex'): string;
}
interface NodeHost {
  readonly process?: { getBuiltinModule(id: string): { createHash(algorithm: string): Hash } | undefined };
}

/** Hash of an event whose canonical text is at hand: 64 lower-case hex digits. Node only. */
export function hashEventSync(canonicalText: string): string {
  // narrowed by hand: the browser's program has no Node types
  const host: NodeHost = globalThis;
  const nodeCrypto = host.process?.getBuiltinModule('node:crypto');
  if (nodeCrypto === undefined) throw new Error('hashEventSync needs Node; use hashText here');
  return nodeCrypto.createHash('sha256').update(canonicalText, 'utf8').digest('hex');
}
