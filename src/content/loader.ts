import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import type { Content } from '#domain/lint/content.ts';
import { canonicalJson } from './edition.ts';
import { readContent } from './read.ts';

/** One entry of a collection; `file` when a page of its own is made from it. */
export interface Entry {
  readonly id: string;
  readonly data: object;
  /** Path of an MDX file below the project's root, compiled when a page renders the entry. */
  readonly file?: string;
}

/**
 * A loader that takes its entries out of what `readContent` found, so that pages, server and checks all know the same
 * content. Faults stop a build; the dev server shows them and keeps the last good content.
 */
export function contentLoader(list: (content: Content) => readonly Entry[]): Loader {
  return {
    name: 'rumah-belajar',
    async load({ config, logger, store, watcher }) {
      const root = fileURLToPath(config.root);
      const fill = async (): Promise<number> => {
        const { content, faults } = await read(root);
        const errors = faults.filter(({ severity }) => severity === 'error');
        if (errors.length > 0) return errors.length;
        store.clear();
        for (const { id, data, file } of list(content)) {
          const entry = { id, data: { ...data }, digest: canonicalJson(data) };
          store.set(file === undefined ? entry : { ...entry, filePath: file, deferredRender: true });
        }
        return 0;
      };
      const errors = await fill();
      if (errors > 0) throw new Error(`content/: ${errors} kesalahan. Jalankan "npm run content" untuk melihat semuanya.`);
      watcher?.add(join(root, 'content'));
      watcher?.on('all', async (_event, path) => {
        if (!path.startsWith(join(root, 'content'))) return;
        reading = undefined;
        const left = await fill();
        if (left > 0) logger.error(`content/: ${left} kesalahan. Jalankan "npm run content".`);
      });
    },
  };
}

let reading: ReturnType<typeof readContent> | undefined;

/** All collections of one build share one reading. */
function read(root: string): ReturnType<typeof readContent> {
  reading ??= readContent(root);
  return reading;
}
