import type { Client, InStatement } from '@libsql/client';
import type { Database } from '#db/client.ts';

/** What a database was asked while something was done. */
export interface Watched {
  /** Each SQL text once, with the arguments of the first time. */
  readonly asked: ReadonlyMap<string, InStatement>;
  /** Lines of the plans of all that was asked, each with its SQL. */
  listPlans(): Promise<readonly { readonly line: string; readonly sql: string }[]>;
  /** Those that go through a whole table. */
  listScans(): Promise<readonly string[]>;
}

/** Every five seconds the host reads all houses that were set anew: a short list, whoever asks for what. */
const ofEverySeconds = /\bFROM house_setting AS s\b|name = 'house_setting'/;

/** Looks on at all that is asked from now on; what is not a table of ours (a list of JSON, a part result) may be gone through. */
export function watchQueries({ client }: Pick<Database, 'client'>): Watched {
  const asked = new Map<string, InStatement>();
  const execute = client.execute.bind(client) as (statement: InStatement) => ReturnType<Client['execute']>;
  const batch = client.batch.bind(client);
  const note = (statement: InStatement) => {
    const sql = typeof statement === 'string' ? statement : statement.sql;
    if (!asked.has(sql) && !ofEverySeconds.test(sql)) asked.set(sql, statement);
  };
  client.execute = ((statement: InStatement) => {
    note(statement);
    return execute(statement);
  }) as Client['execute'];
  client.batch = ((statements: InStatement[], mode) => {
    for (const statement of statements) note(statement);
    return batch(statements, mode);
  }) as Client['batch'];
  const listPlans: Watched['listPlans'] = async () => {
    const plans: { line: string; sql: string }[] = [];
    for (const [sql, statement] of asked) {
      if (!/^\s*(?:select|insert|update|delete|with)\b/i.test(sql)) continue;
      const args = typeof statement === 'string' ? [] : (statement.args ?? []);
      const { rows } = await execute({ sql: `EXPLAIN QUERY PLAN ${sql}`, args });
      plans.push(...rows.map(({ detail }) => ({ line: String(detail), sql: sql.replaceAll(/\s+/g, ' ') })));
    }
    return plans;
  };
  return {
    asked,
    listPlans,
    async listScans() {
      return (await listPlans()).filter(({ line }) => isScan(line)).map(({ line, sql }) => `${line}: ${sql}`);
    },
  };
}

function isScan(line: string): boolean {
  return /^SCAN (?!CONSTANT ROW|json_each|.* VIRTUAL TABLE|(?:read|item|facts|passes)\b|\()/.test(line);
}
