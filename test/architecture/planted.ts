/** A file that breaks one rule, by the path it is planted at. */
export interface Planted { readonly rule: string; readonly file: string; readonly text: string; /** A second file that the violation needs. */ readonly beside?: Omit<Planted, 'rule'> }

const plain = (name: string): string => `import * as it from '${name}';\nexport const taken = it;\n`;
const lazy = (name: string): string => `export const taken = async (): Promise<unknown> => await import('${name}');\n`;
const typed = (name: string): string => `import type * as It from '${name}';\nexport type Taken = typeof It;\n`;

const of = (folder: string, rule: string, ...texts: readonly string[]): readonly Planted[] =>
  texts.map((text, index) => ({ rule, file: `${folder}/planted-${rule}-${String(index)}.ts`, text }));
const lib = (name: string, foreign: string): readonly Planted[] => of(`libs/${name}`, `${name}-imports`, plain(foreign), lazy(foreign), typed(foreign));
const app = (name: string, foreign: string): readonly Planted[] => of(`apps/${name}`, `${name}-imports`, plain(foreign), lazy(foreign), typed(foreign));

/** For every rule what it must catch: by `#name`, by `await import`, and as a type, which is erased and still ties two parts together. */
export const planted: readonly Planted[] = [
  ...of('workflows', 'workflows-own', plain('#door'), lazy('#domain'), plain('../libs/domain/index.js')),
  ...of('workflows/stages', 'workflows-own', plain('#persistence')),
  ...of('libs/domain', 'domain-npm', plain('pg'), typed('pg'), lazy('typeorm')),
  ...of('libs/domain', 'domain-core', plain('node:fs'), lazy('node:crypto'), typed('node:http')),
  ...of('libs/messages', 'messages-types-of-domain', `import { isOpen } from '#domain';\nexport const taken = isOpen;\n`, lazy('#domain')),
  ...lib('domain', '#messages'),
  ...lib('messages', '#locales'),
  ...lib('proof', '#domain'),
  ...lib('persistence', '#door'),
  ...lib('files', '#persistence'),
  ...lib('locales', '#config'),
  ...lib('config', '#files'),
  ...lib('door', '#delivery'),
  ...lib('delivery', '#door'),
  ...lib('activities', '#access'),
  ...lib('access', '#door'),
  ...lib('integrations', '#door'),
  ...app('api', '#activities'),
  ...app('worker', '#access'),
  ...app('cli', '#access'),
  ...app('web', '#domain'),
  ...app('local', '#persistence'),
  ...of('apps/api', 'one-way-in', plain('../../libs/domain/tasks/task.js'), typed('../../libs/door/contract.js')),
  ...of('libs/door', 'one-way-in', plain('../domain/tasks/task.js')),
  {
    rule: 'no-circular', file: 'libs/door/planted-circle-a.ts', text: `import { b } from './planted-circle-b.js';\nexport const a = (): unknown => b;\n`,
    beside: { file: 'libs/door/planted-circle-b.ts', text: `import { a } from './planted-circle-a.js';\nexport const b = (): unknown => a;\n` },
  },
  ...of('apps/worker', 'resolvable', plain('./nobody.js'), plain('#nobody')),
];
