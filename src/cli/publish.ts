import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Database, openDatabase } from '#db/client.ts';
import { writePublishingFault } from '#domain/studio/publishing-fault.ts';
import { releaseMessages } from '#messages/release.ts';
import { makeRelease } from '#release/make-release.ts';
import { dataFolder, readEnvironment } from '#server/host/environment.ts';
import {
  type Asked,
  filesWith,
  listAsked,
  recordFailed,
  recordPublished,
} from '#server/studio/publishing/publishing.ts';

// The server starts this in a process of its own when somebody publishes: whatever waits goes live with one release. What
// cannot go live together is tried alone, so that one draft's fault keeps nobody else's back.
const { values } = parseArgs({ options: { data: { type: 'string', default: dataFolder } } });
const [patienceMs, pauseMs] = [10 * 60_000, 500];

const { siteUrl, databaseUrl: url, databaseAuthToken: authToken } = readEnvironment(process.env);
const db = await openDatabase({ url, authToken, checkLater: true });
try {
  await publishAll(db);
} finally {
  await db.close();
}

async function publishAll(db: Database): Promise<void> {
  for (let asked = await listAsked(db); asked.length > 0; asked = await listAsked(db)) {
    const faults = await publish(db, asked);
    if (faults === undefined) continue;
    for (const it of asked) {
      const own = asked.length === 1 ? faults : await publish(db, [it]);
      if (own !== undefined) await recordFailed(db, it, own);
    }
  }
}

/** Answers the faults that kept it from going live, a line each. */
async function publish(db: Database, asked: readonly Asked[]): Promise<readonly string[] | undefined> {
  const overlay = await filesWith(db, asked);
  for (const until = Date.now() + patienceMs; ; await sleep(pauseMs)) {
    const made = await makeRelease({
      ...{ root: process.cwd(), dataFolder: values.data, siteUrl, overlay },
      mayReuse: true,
    });
    const { outcome } = made;
    if (outcome === undefined) {
      const errors = made.contentFaults.filter(({ severity }) => severity === 'error');
      return errors.map(({ file, line, message }) => writePublishingFault(file, line, message));
    }
    if (!('faults' in outcome)) {
      // Told only once it is so: whoever is stopped between finds this release again, and tells it then.
      await recordPublished(db, asked, outcome.release.id);
      return undefined;
    }
    const isBusy = outcome.faults.includes(releaseMessages.buildRunning);
    if (!isBusy || Date.now() > until) return outcome.faults;
  }
}
