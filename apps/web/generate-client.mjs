// Makes apps/web/generated from openapi.json, once that exists. Run: node apps/web/generate-client.mjs [path of openapi.json]
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from '@hey-api/openapi-ts';

const input = process.argv[2] ?? join(import.meta.dirname, '../../openapi.json');
if (!existsSync(input)) {
  console.log(`${input} does not exist yet: build the api and let it write openapi.json, then run this again.`);
  process.exit(0);
}
await createClient({
  input,
  output: { path: join(import.meta.dirname, 'generated'), clean: true },
  plugins: ['@hey-api/typescript', { name: '@hey-api/sdk' }, { name: '@hey-api/client-fetch', runtimeConfigPath: '../api/client-config.js' }],
  logs: { level: 'warn' },
});
