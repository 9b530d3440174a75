import { setPriority } from 'node:os';
import { DatabaseSync } from 'node:sqlite';

// node db/check-file.ts FILE: reads all of a database and says what is damaged; nothing, when nothing is. With an SQLite of
// its own, which must not stand in the process of a server: closing a file there would drop the locks of the other one.
setPriority(10);
const busyMs = 5_000;
try {
  const db = new DatabaseSync(process.argv[2] ?? '', { readOnly: true, timeout: busyMs });
  const verdict = String(Object.values(db.prepare('PRAGMA quick_check(1)').get() ?? {})[0]);
  if (verdict !== 'ok') console.log(verdict);
} catch (error) {
  // Of all that may go wrong only these two tell of the file itself: SQLITE_CORRUPT and SQLITE_NOTADB.
  const { errcode, message } = error as Error & { errcode?: number };
  if (errcode === 11 || errcode === 26) console.log(message);
}
