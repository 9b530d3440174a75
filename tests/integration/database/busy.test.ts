import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createClient } from '@libsql/client';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '#db/client.ts';
import { storageTroubleOf } from '#db/fault.ts';
import { makeFolder, openTestDatabase } from '../../support/database.ts';

const addRow = (digest: string) => ({ sql: 'INSERT INTO pepper (digest, since) VALUES (?, 1)', args: [digest] });

/** Another program that holds the write lock until it is told to let go; a row of its own shows that it had it. */
async function holdLock(file: string): Promise<() => Promise<void>> {
  const program = `
    import { createClient } from '@libsql/client';
    const client = createClient({ url: ${JSON.stringify(`file:${file}`)} });
    const transaction = await client.transaction('write');
    await transaction.execute("INSERT INTO pepper (digest, since) VALUES ('other', 1)");
    console.log('held');
    process.stdin.once('data', async () => { await transaction.commit(); client.close(); process.exit(0); });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return async () => {
    child.stdin.write('go\n');
    await once(child, 'exit');
  };
}

describe('while another program holds the file', () => {
  test('writes wait, everything else goes on, and all are done when it lets go', async () => {
    const folder = makeFolder();
    const db = await openTestDatabase(folder);
    const letGo = await holdLock(join(folder, 'test.db'));
    const writes = Promise.all(['a', 'b', 'c'].map((digest) => db.write([addRow(digest)])));
    let turns = 0;
    const ticking = setInterval(() => {
      turns += 1;
    }, 1);
    onTestFinished(() => clearInterval(ticking));
    // A wait on the event loop would leave no turn for this; SQLite's own waits are twenty milliseconds each.
    while (turns < 30) await new Promise((resolve) => setTimeout(resolve, 1));
    expect((await db.client.execute('SELECT count(*) AS n FROM person')).rows[0]?.n).toBe(0);
    await letGo();
    await writes;
    const { rows } = await db.client.execute('SELECT digest FROM pepper ORDER BY digest');
    expect(rows.map(({ digest }) => digest)).toEqual(['a', 'b', 'c', 'other']);
  });

  test('for longer than a write waits, the write is told so, and the next one after it works at once', async () => {
    const folder = makeFolder();
    const db = await openTestDatabase(folder);
    const file = join(folder, 'test.db');
    for (let round = 0; round < 2; round += 1) {
      const blocker = createClient({ url: `file:${file}` });
      const transaction = await blocker.transaction('write');
      const failed = await db.write([addRow(`late${round}`)]).then(
        () => undefined,
        (error: unknown) => error,
      );
      expect(storageTroubleOf(failed)).toBe('busy');
      await transaction.commit();
      // A write of somebody else in between made every later one fail that still saw the old snapshot.
      await blocker.execute(addRow(`foreign${round}`));
      blocker.close();
      await db.write([addRow(`next${round}`)]);
    }
    const { rows } = await db.client.execute('SELECT digest FROM pepper ORDER BY digest');
    expect(rows.map(({ digest }) => digest)).toEqual(['foreign0', 'foreign1', 'next0', 'next1']);
  });

  test('a database is opened once it lets go', async () => {
    const folder = makeFolder();
    await openTestDatabase(folder);
    const letGo = await holdLock(join(folder, 'test.db'));
    const opening = openDatabase({ url: `file:${join(folder, 'test.db')}` });
    await letGo();
    const db = await opening;
    await db.close();
  });
});

describe('trouble of the storage', () => {
  const coded = (code: string, cause?: unknown) => Object.assign(new Error('x', { cause }), { code });

  test.each([
    [coded('SQLITE_BUSY_SNAPSHOT'), 'busy'],
    [coded('SQLITE_FULL'), 'full'],
    [coded('SQLITE_READONLY_DBMOVED'), 'unwritable'],
    [coded('SQLITE_IOERR_WRITE'), 'unreadable'],
    [new Error('Failed query', { cause: coded('SQLITE_FULL') }), 'full'],
    [new TypeError('fetch failed', { cause: coded('ECONNREFUSED') }), 'unreachable'],
    [coded('SQLITE_CONSTRAINT_UNIQUE'), undefined],
    [new TypeError('x is not a function'), undefined],
    ['text', undefined],
  ])('%s is %s', (error, trouble) => {
    expect(storageTroubleOf(error)).toBe(trouble);
  });
});
