import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { DatabaseSync } from 'node:sqlite';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

// A libSQL server small enough for a test: Hrana over HTTP, version 2, JSON.
// See https://github.com/tursodatabase/libsql/blob/main/docs/HRANA_3_SPEC.md

type Value = { type: 'null' } | { type: 'integer' | 'text'; value: string } | { type: 'float'; value: number };
type Condition =
  | { type: 'ok'; step: number }
  | { type: 'error'; step: number }
  | { type: 'not'; cond: Condition }
  | { type: 'and' | 'or'; conds: Condition[] };
interface Statement {
  sql?: string;
  sql_id?: number;
  args?: Value[];
}
type Request =
  | { type: 'execute'; stmt: Statement }
  | { type: 'batch'; batch: { steps: { condition?: Condition; stmt: Statement }[] } }
  | { type: 'store_sql'; sql_id: number; sql: string }
  | { type: 'close_sql' | 'close' };

/** Starts the server over a database in memory; it lives until the test ends. Each pipeline is done in one go. */
export async function openRemoteDatabase(token: string): Promise<{ readonly url: string; pipelines(): number }> {
  const db = new DatabaseSync(':memory:');
  let pipelines = 0;
  const server = createServer(async (request, response) => {
    const body = (await json(request)) as { requests: Request[] };
    const isKnown = request.url === '/v2/pipeline' && request.headers.authorization === `Bearer ${token}`;
    pipelines += 1;
    const stored = new Map<number, string>();
    const results = isKnown ? body.requests.map((it) => answer(db, stored, it)) : [];
    response.writeHead(isKnown ? 200 : 401, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify({ baton: null, base_url: null, results }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
    db.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, pipelines: () => pipelines };
}

function answer(db: DatabaseSync, stored: Map<number, string>, request: Request): unknown {
  const run = (statement: Statement) => {
    try {
      return { result: execute(db, statement, stored) };
    } catch (error) {
      return { error: describeError(error) };
    }
  };
  if (request.type === 'execute') {
    const { result, error } = run(request.stmt);
    return error ? { type: 'error', error } : { type: 'ok', response: { type: 'execute', result } };
  }
  if (request.type === 'batch') {
    const steps: { result?: unknown; error?: unknown }[] = [];
    for (const { condition, stmt } of request.batch.steps) {
      steps.push(condition === undefined || holds(condition, steps) ? run(stmt) : {});
    }
    const result = {
      step_results: steps.map((step) => step.result ?? null),
      step_errors: steps.map((step) => step.error ?? null),
    };
    return { type: 'ok', response: { type: 'batch', result } };
  }
  if (request.type === 'store_sql') stored.set(request.sql_id, request.sql);
  return { type: 'ok', response: { type: request.type } };
}

function holds(condition: Condition, steps: readonly { result?: unknown; error?: unknown }[]): boolean {
  if (condition.type === 'ok') return steps[condition.step]?.result !== undefined;
  if (condition.type === 'error') return steps[condition.step]?.error !== undefined;
  if (condition.type === 'not') return !holds(condition.cond, steps);
  const all = condition.conds.map((it) => holds(it, steps));
  return condition.type === 'and' ? all.every(Boolean) : all.some(Boolean);
}

function execute(db: DatabaseSync, { sql, sql_id, args = [] }: Statement, stored: Map<number, string>): unknown {
  const statement = db.prepare(sql ?? stored.get(sql_id ?? -1) ?? '');
  statement.setReadBigInts(true);
  statement.setReturnArrays(true);
  const rows = statement.all(...args.map(toSql)) as unknown as unknown[][];
  const cols = statement.columns().map(({ name, type }) => ({ name, decltype: type }));
  return { cols, rows: rows.map((row) => row.map(fromSql)), affected_row_count: 0, last_insert_rowid: null };
}

function toSql(value: Value): string | number | bigint | null {
  if (value.type === 'null') return null;
  return value.type === 'integer' ? BigInt(value.value) : value.value;
}

function fromSql(value: unknown): Value {
  if (typeof value === 'bigint') return { type: 'integer', value: String(value) };
  if (typeof value === 'number') return { type: 'float', value };
  return value === null ? { type: 'null' } : { type: 'text', value: String(value) };
}

function describeError(error: unknown): { message: string; code: string } {
  const message = error instanceof Error ? error.message : String(error);
  return { message, code: /constraint|append-only/.test(message) ? 'SQLITE_CONSTRAINT' : 'SQLITE_ERROR' };
}
