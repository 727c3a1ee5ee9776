import pg from 'pg';

export interface Statement { readonly by: string; readonly sql: string }

/** Every statement that this process sends to PostgreSQL while `work` runs, by role. */
export async function statementsOf<T>(work: () => Promise<T>): Promise<{ readonly answer: T; readonly statements: readonly Statement[] }> {
  const statements: Statement[] = [];
  const original: (...args: unknown[]) => unknown = Reflect.get(pg.Client.prototype, 'query');
  const counting = function (this: pg.Client & { user?: string }, ...args: unknown[]): unknown {
    const [first] = args;
    statements.push({ by: this.user ?? '', sql: typeof first === 'string' ? first : String((first as { text?: unknown }).text) });
    return original.apply(this, args);
  };
  Reflect.set(pg.Client.prototype, 'query', counting);
  try {
    return { answer: await work(), statements };
  } finally {
    Reflect.set(pg.Client.prototype, 'query', original);
  }
}

const frame = /^\s*(start transaction|begin|commit|rollback|set |select set_config|savepoint|release)/i;
/** Without what frames a transaction. */
export const working = (statements: readonly Statement[]): readonly Statement[] => statements.filter(({ sql }) => !frame.test(sql));
