#!/usr/bin/env node
/**
 * node deploy/make-environment.mjs FILE: makes every secret that docker-compose.yml asks for, once, readable by its owner only.
 * An existing file is never overwritten: the data were made with its secrets.
 */
import { createECDH, randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const file = process.argv[2];
if (!file) {
  console.error('Say where to: node deploy/make-environment.mjs .consilium/compose.env');
  process.exit(1);
}
const word = () => randomBytes(24).toString('base64url');
const key = () => randomBytes(32).toString('base64');
const push = createECDH('prime256v1');
const values = {
  POSTGRES_PASSWORD: word(), OWNER_PASSWORD: word(), DOOR_PASSWORD: word(), READER_PASSWORD: word(), TEMPORAL_DATABASE_PASSWORD: word(),
  KEYCLOAK_ADMIN_PASSWORD: word(), FIRST_ADMIN_PASSWORD: word(), CONSILIUM_OIDC_CLIENT_SECRET: word(), CONSILIUM_SESSION_SECRET: key(), CONSILIUM_FILES_MASTER_KEY: key(),
  CONSILIUM_PUSH_PUBLIC_KEY: push.generateKeys('base64url'), CONSILIUM_PUSH_PRIVATE_KEY: Buffer.concat([Buffer.alloc(32), push.getPrivateKey()]).subarray(-32).toString('base64url'),
};
mkdirSync(dirname(resolve(file)), { recursive: true });
try {
  writeFileSync(file, Object.entries(values).map(([name, value]) => `${name}=${value}\n`).join(''), { mode: 0o600, flag: 'wx' });
} catch (error) {
  if (error.code !== 'EEXIST') throw error;
  console.error(`${file} exists and is left as it is: the data were made with its secrets.`);
  process.exit(1);
}
console.log(`${file} is made. Keep a copy with your backups: without CONSILIUM_FILES_MASTER_KEY no file can be opened.`);
console.log('The first password of first-admin is FIRST_ADMIN_PASSWORD in it; it is changed at the first sign-in.');
