import { join, resolve } from 'node:path';
import { build } from 'vite';
import { workerAddress } from '#domain/offline/sets.ts';

/**
 * Writes the worker that answers for kept pages, as one script: it stands at the root of the site, for it answers for all of
 * it, and under the same name in every release, for a browser asks for a worker by its name.
 */
export async function writeWorker(client: string): Promise<void> {
  const fileName = workerAddress.slice(1);
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    root: resolve(import.meta.dirname, '../..'),
    build: {
      outDir: client,
      emptyOutDir: false,
      reportCompressedSize: false,
      lib: {
        entry: join(import.meta.dirname, '../client/offline/worker.ts'),
        formats: ['iife'],
        name: 'pekerja',
        fileName: () => fileName,
      },
    },
  });
}
