import {
  type Client,
  type InStatement,
  type InValue,
  LibsqlBatchError,
  LibsqlError,
  type ResultSet,
  type Row,
} from '@libsql/client';
import { whileBusy } from './busy.ts';
import { mergeRows, type RowsStatement } from './row-groups.ts';

/** SQL with its arguments, or a Drizzle query that has not been run. */
export type Statement = InStatement | { toSQL(): { sql: string; params: unknown[] } };

/** Most statements and rows in one commit: bounds how long one commit holds the event loop. */
const perCommit = 100;

interface WaitingWrite {
  readonly statements: readonly InStatement[];
  readonly rows: readonly RowsStatement[];
  resolve(results: ResultSet[], returned: ReadonlyMap<string, Row[]>): void;
  reject(error: unknown): void;
}

export interface WriteQueue {
  /** Runs the statements in one transaction; resolves when they are durable. Nothing is kept when one fails. */
  write(statements: readonly Statement[]): Promise<ResultSet[]>;
  /**
   * The same for statements of many rows, which share one statement with those of other writes. Answers for each statement
   * all rows that it returned, those of other writes among them: take out your own.
   */
  writeRows(statements: readonly RowsStatement[]): Promise<Row[][]>;
  /** Resolves when nothing waits any more. */
  drain(): Promise<void>;
}

/**
 * One writer for one client. Writes that wait at the same moment share one transaction and so one flush to the disk;
 * when that transaction fails, each of them runs alone, so that a failing write does not hurt its neighbours.
 * `renew` takes a fresh connection after a failure; another program that holds the file is waited for up to `patienceMs`.
 */
export function openWriteQueue(
  client: Client,
  { renew, patienceMs }: { readonly renew: () => Promise<void>; readonly patienceMs: number },
): WriteQueue {
  const waiting: WaitingWrite[] = [];
  let running: Promise<void> | undefined;

  return {
    write(statements) {
      const list = statements.map(toStatement);
      if (list.length === 0) return Promise.resolve([]);
      return new Promise((resolve, reject) => enqueue({ statements: list, rows: [], resolve, reject }));
    },
    writeRows(statements) {
      const rows = statements.filter((it) => it.rows.length > 0);
      if (rows.length === 0) return Promise.resolve(statements.map(() => []));
      return new Promise((resolve, reject) => {
        const answer: WaitingWrite['resolve'] = (_, returned) =>
          resolve(statements.map(({ sql }) => returned.get(sql) ?? []));
        enqueue({ statements: [], rows, resolve: answer, reject });
      });
    },
    async drain() {
      while (running !== undefined) await running;
    },
  };

  function enqueue(write: WaitingWrite): void {
    waiting.push(write);
    running ??= run();
  }

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      // Lets every request that has already arrived put its write into the same commit.
      await new Promise((resolve) => setImmediate(resolve));
      await commit(takeGroup());
    }
    running = undefined;
  }

  function takeGroup(): WaitingWrite[] {
    let count = 0;
    let size = 0;
    for (const write of waiting) {
      size += sizeOf(write);
      if (count > 0 && size > perCommit) break;
      count += 1;
    }
    return waiting.splice(0, count);
  }

  async function commit(group: readonly WaitingWrite[]): Promise<void> {
    try {
      const plain = group.flatMap(({ statements }) => statements);
      const merged = mergeRows(group.flatMap(({ rows }) => rows));
      const results = await whileBusy(() => client.batch([...plain, ...merged], 'write'), { renew, patienceMs });
      const returned = new Map<string, Row[]>();
      for (const [at, { sql }] of merged.entries()) {
        returned.set(sql, [...(returned.get(sql) ?? []), ...(results[plain.length + at]?.rows ?? [])]);
      }
      let from = 0;
      for (const { statements, resolve } of group) {
        resolve(results.slice(from, from + statements.length), returned);
        from += statements.length;
      }
    } catch (error) {
      // The client may have replaced its connection, and the new one knows nothing of our settings.
      await renew();
      if (group.length === 1 || !isRolledBack(error)) {
        for (const { reject } of group) reject(error);
        return;
      }
      for (const write of group) await commit([write]);
    }
  }

  /** Whether one statement is to blame and nothing of the transaction was kept, so that it may be run again. */
  function isRolledBack(error: unknown): boolean {
    if (error instanceof LibsqlBatchError) return true;
    // A local transaction that failed for whatever other reason is rolled back too; a busy or full disk would fail again.
    return client.protocol === 'file' && !(error instanceof LibsqlError);
  }
}

function sizeOf({ statements, rows }: WaitingWrite): number {
  return statements.length + rows.reduce((sum, it) => sum + it.rows.length, 0);
}

function toStatement(statement: Statement): InStatement {
  if (typeof statement === 'string' || !('toSQL' in statement)) return statement;
  const { sql, params } = statement.toSQL();
  return { sql, args: params as InValue[] };
}
