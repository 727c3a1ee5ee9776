import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { caseCommands } from '#domain';
import { moves } from '../../workflows/stages/moves.js';
import { workflowBundle } from '../factories/temporal.js';
import { checkout } from './cruise.js';

describe('the workflow bundle', () => {
  it('holds the workflows, the messages and the SDK: no clinic, no calendar, no database', async () => {
    const { code } = await workflowBundle();
    const map = /sourceMappingURL=data:application\/json;[^,]*,(\S+)/.exec(code)?.[1];
    const { sources } = JSON.parse(Buffer.from(map ?? '', 'base64').toString('utf8')) as { sources: string[] };
    const own = sources.filter((source) => /\/(apps|libs|workflows|test)\//.test(source) && !source.includes('node_modules')).map((source) => /(apps|libs|workflows|test)\/.*/.exec(source)?.[0] ?? source);
    expect(own).toEqual(expect.arrayContaining(['workflows/case.workflow.ts', 'libs/messages/news.ts']));
    expect(own.filter((source) => !/^(workflows|libs\/messages)\//.test(source))).toEqual([]);
    const packages = new Set(sources.flatMap((source) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1] ?? []));
    expect([...packages].filter((name) => /luxon|typeorm|^pg$|nestjs|reflect-metadata/.test(name))).toEqual([]);
  }, 120_000);
});

describe('the moves of the story', () => {
  it('are the moves that the domain knows, in its order', () => {
    const source = readFileSync(join(checkout, 'libs/domain/cases/process.ts'), 'utf8');
    const names = /type CaseMoveName =([^;]+);/.exec(source)?.[1] ?? '';
    expect([...names.matchAll(/'(\w+)'/g)].map(([, name]) => name)).toEqual([...moves]);
  });

  it('are commands of the same name, but for the letters, which an activity makes', () => {
    expect(moves.filter((move) => !Object.hasOwn(caseCommands, move))).toEqual(['makeLetters']);
  });

  it('are each issued by one stage', () => {
    const stages = ['intake', 'reviews', 'discussion', 'recommendation', 'transfer', 'follow-up'].map((name) => readFileSync(join(checkout, `workflows/stages/${name}.ts`), 'utf8')).join('\n');
    expect([...stages.matchAll(/process\.issue\('(\w+)'\)/g)].map(([, name]) => name)).toEqual([...moves]);
  });
});

/** Everything that messages may say, and what kind of thing it is. Temporal stores it readable: a new word here needs a reason. */
const sayable: Readonly<Record<string, 'id' | 'code' | 'instant' | 'count' | 'state'>> = {
  stream: 'id', epoch: 'count', seq: 'count', round: 'count', inMs: 'count', stages: 'code', ready: 'code', name: 'code', move: 'code', what: 'code', code: 'code',
  at: 'instant', dueAt: 'instant', nextDue: 'instant', closed: 'state', done: 'state', news: 'state',
};

describe('what stands readable in Temporal', () => {
  it('is ids, codes, instants and counts only', () => {
    const names: string[] = [];
    const kinds: string[] = [];
    for (const file of ['news', 'inputs', 'activities']) {
      const path = join(checkout, `libs/messages/${file}.ts`);
      const visit = (node: ts.Node): void => {
        if (ts.isPropertySignature(node) || (ts.isParameter(node) && ts.isMethodSignature(node.parent))) names.push(node.name.getText());
        if (ts.isTypeNode(node) && !ts.isTypeLiteralNode(node)) kinds.push(node.getText());
        ts.forEachChild(node, visit);
      };
      visit(ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2023, true));
    }
    expect(names.length).toBeGreaterThan(20);
    expect([...new Set(names)].filter((name) => sayable[name] === undefined)).toEqual([]);
    expect(kinds.filter((kind) => /\b(unknown|any|object|Record|Map|Buffer)\b/.test(kind))).toEqual([]);
  });
});
