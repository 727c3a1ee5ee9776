import 'reflect-metadata';
import { openApiDocument } from './openapi.js';

if (process.argv.includes('--openapi')) process.stdout.write(`${JSON.stringify(await openApiDocument(), null, 2)}\n`);
