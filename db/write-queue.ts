import {
  type Client,
  type InStatement,
  type InValue,
  LibsqlBatchError,
  LibsqlError,
  type ResultSet,
} from '@libsql/client';
import { whileBusy } from './busy.ts';

/** SQL with its arguments, or a Drizzle query that has not been run. */
export type Statement = InStatement | { toSQL(): { sql: string; params: unknown[] } };

/** Most statements in one commit: bounds how long one commit holds the event loop. */
const statementsPerCommit = 1000;

interface WaitingWrite {
  readonly statements: readonly InStatement[];
  resolve(results: ResultSet[]): void;
  reject(error: unknown): void;
}

export interface WriteQueue {
  /** Runs the statements in one transaction; resolves when they are durable. Nothing is kept when one fails. */
  write(statements: readonly Statement[]): Promise<ResultSet[]>;
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
      return new Promise((resolve, reject) => {
        waiting.push({ statements: list, resolve, reject });
        running ??= run();
      });
    },
    async drain() {
      while (running !== undefined) await running;
    },
  };

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
    for (const { statements } of waiting) {
      if (count > 0 && size + statements.length > statementsPerCommit) break;
      size += statements.length;
      count += 1;
    }
    return waiting.splice(0, count);
  }

  async function commit(group: readonly WaitingWrite[]): Promise<void> {
    try {
      const statements = group.flatMap((write) => write.statements);
      const results = await whileBusy(() => client.batch(statements, 'write'), { renew, patienceMs });
      let from = 0;
      for (const { statements, resolve } of group) {
        resolve(results.slice(from, from + statements.length));
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

function toStatement(statement: Statement): InStatement {
  if (typeof statement === 'string' || !('toSQL' in statement)) return statement;
  const { sql, params } = statement.toSQL();
  return { sql, args: params as InValue[] };
}
