import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { TestDatabase } from '../factories/database.js';
import { demoDatabase } from '../factories/demo.js';
import { checkout } from '../local/installation.js';
import { testApi, type Client, type TestApi } from './api.fixture.js';

interface Schema { $ref?: string; type?: string | string[]; enum?: unknown[]; items?: Schema; properties?: Record<string, Schema>; allOf?: Schema[]; anyOf?: Schema[]; oneOf?: Schema[]; minimum?: number }
interface Operation { requestBody?: { content: Record<string, { schema: Schema }> } }
interface Described { paths: Record<string, Record<string, Operation>>; components: { schemas: Record<string, Schema> } }

let demo: TestDatabase;
let api: TestApi;
let wu: Client;
let described: Described;
beforeAll(async () => {
  [demo, described] = [await demoDatabase(), JSON.parse(await readFile(`${checkout}/openapi.json`, 'utf8')) as Described];
  api = await testApi(demo);
  wu = await api.as('wu');
}, 300_000);
afterAll(async () => { await api?.end(); await demo?.end(); });

/** Refusals that say "not of this kind" of a field. */
const kinds = ['isString', 'isArray', 'isInt', 'isNumber', 'isBoolean', 'isObject', 'unknownField'];
const own: Readonly<Record<string, readonly string[]>> = { string: ['isString'], array: ['isArray'], integer: ['isInt', 'isNumber'], number: ['isInt', 'isNumber'], boolean: ['isBoolean'], object: ['isObject'] };

function whole(schema: Schema): Schema {
  const inner = schema.$ref === undefined ? (schema.allOf ?? schema.anyOf ?? schema.oneOf)?.find(({ type }) => type !== 'null') : described.components.schemas[schema.$ref.split('/').at(-1) ?? ''];
  return inner ? whole(inner) : schema;
}
const typeOf = ({ type, properties }: Schema): string => [type].flat().find((each) => each !== undefined && each !== 'null') ?? (properties ? 'object' : 'any');

/** A body in which every described field has a value of the described type. */
function sample(schema: Schema): unknown {
  const it = whole(schema);
  if (it.enum) return it.enum.find((each) => each !== null);
  switch (typeOf(it)) {
    case 'array': return [sample(it.items ?? {})];
    case 'integer': case 'number': return Math.max(1, it.minimum ?? 1);
    case 'boolean': return true;
    case 'string': return randomUUID();
    default: return Object.fromEntries(Object.entries(it.properties ?? {}).map(([name, field]) => [name, sample(field)]));
  }
}

/** The type that the description gives the field at this path (`patient.names.0.script`). */
const typeAt = (schema: Schema, path: readonly string[]): string => typeOf(path.reduce((at, step) => whole((/^\d+$/.test(step) ? at.items : at.properties?.[step]) ?? {}), whole(schema)));

it('every field of every body takes the type that is described for it', async () => {
  const wrong: string[] = [];
  let bodies = 0;
  for (const [path, methods] of Object.entries(described.paths)) {
    for (const [method, { requestBody }] of Object.entries(methods)) {
      const schema = requestBody?.content['application/json']?.schema;
      if (!schema || (method !== 'post' && method !== 'put')) continue;
      bodies += 1;
      const { status, body } = await wu.change(path.replaceAll(/\{\w+\}/g, randomUUID()), sample(schema) as object, randomUUID(), method) as { status: number; body: { errors?: { field: string; code: string }[] } };
      if (status >= 500) wrong.push(`${method} ${path}: ${String(status)}`);
      for (const { field, code } of body.errors ?? []) {
        const type = typeAt(schema, field.split('.'));
        if (code === 'unknownField' || (kinds.includes(code) && !own[type]?.includes(code))) wrong.push(`${method} ${path}: ${field} is ${type} and refused as ${code}`);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(bodies).toBeGreaterThan(100);
}, 120_000);
