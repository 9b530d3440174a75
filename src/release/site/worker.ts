import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workerAddress } from '#domain/offline/sets.ts';
import { bundleScript } from '#release/script-bundle.ts';

/**
 * Writes the worker that answers for kept pages, as one script: it stands at the root of the site, for it answers for all of
 * it, and under the same name in every release, for a browser asks for a worker by its name.
 */
export async function writeWorker(client: string): Promise<void> {
  writeFileSync(join(client, workerAddress), await bundleScript({ entry: 'offline/worker.ts', name: 'pekerja' }));
}
