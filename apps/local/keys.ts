import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import type { JWK } from 'oidc-provider';

interface Keys {
  /** Signs what the provider says about people. */
  readonly signing: JWK;
  /** Signs the provider's own cookies. */
  readonly cookies: string;
}

/** The provider's keys, made once for each installation: those built into the library are public knowledge. */
export async function keysIn(file: string): Promise<Keys> {
  if (existsSync(file)) {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (isKeys(kept)) return kept;
    throw new Error(`${file} is damaged. Remove it: new keys are made, and everybody signs in again.`);
  }
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const { kty, ...rest } = await exportJWK(privateKey);
  if (kty !== 'RSA') throw new Error(`Asked for an RSA key, got ${kty}`);
  const signing = { ...rest, kty, alg: 'RS256', use: 'sig', kid: randomBytes(8).toString('hex') };
  const keys = { signing, cookies: randomBytes(32).toString('base64url') };
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(`${file}.part`, JSON.stringify(keys), { mode: 0o600 });
  renameSync(`${file}.part`, file);
  return keys;
}

function isKeys(value: unknown): value is Keys {
  return typeof value === 'object' && value !== null && 'signing' in value && 'cookies' in value && typeof value.cookies === 'string';
}
