import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineCollection } from 'astro:content';
import type { Loader } from 'astro/loaders';
import { z } from 'astro/zod';
import { canonicalJson } from '#domain/canonical-json.ts';
import { type Entry, entryLists } from '#content/entries.ts';
import { readContent } from '#content/read.ts';
import type { LearningEntries } from '#domain/course/entries.ts';
import type { Content } from '#domain/lint/content.ts';

// All collections are taken out of one reading by `readContent`, so that pages, server and checks know the same content.
// The shape of what authors write stands, field by field, in src/content/schema/; an entry that comes here has passed
// it, so the schemas below only name the domain types that pages get.

export const collections = {
  courses: defineCollection({ loader: contentLoader('courses'), schema: z.custom<LearningEntries['courses']>() }),
  lessons: defineCollection({ loader: contentLoader('lessons'), schema: z.custom<LearningEntries['lessons']>() }),
  guides: defineCollection({ loader: contentLoader('guides'), schema: z.custom<LearningEntries['guides']>() }),
  quizzes: defineCollection({ loader: contentLoader('quizzes'), schema: z.custom<LearningEntries['quizzes']>() }),
  houses: defineCollection({ loader: contentLoader('houses'), schema: z.custom<LearningEntries['houses']>() }),
  glossary: defineCollection({ loader: contentLoader('glossary'), schema: z.custom<LearningEntries['glossary']>() }),
  contacts: defineCollection({ loader: contentLoader('contacts'), schema: z.custom<LearningEntries['contacts']>() }),
  answers: defineCollection({ loader: contentLoader('answers'), schema: z.custom<LearningEntries['answers']>() }),
  countries: defineCollection({ loader: contentLoader('countries'), schema: z.custom<LearningEntries['countries']>() }),
  paths: defineCollection({ loader: contentLoader('paths'), schema: z.custom<LearningEntries['paths']>() }),
  sources: defineCollection({ loader: contentLoader('sources'), schema: z.custom<LearningEntries['sources']>() }),
};

/** Faults stop a build; the dev server reports them and keeps the last good content. */
function contentLoader(kind: keyof LearningEntries): Loader {
  const list: (content: Content) => readonly Entry<object>[] = entryLists[kind];
  return {
    name: 'rumah-belajar',
    async load({ config, logger, store, watcher }) {
      const root = fileURLToPath(config.root);
      const errors = await fill(root);
      if (errors > 0) {
        throw new Error(`content/: ${errors} kesalahan. Jalankan "npm run content" untuk melihat semuanya.`);
      }
      watcher?.add(join(root, 'content'));
      watcher?.on('all', async (_event, path) => {
        if (!path.startsWith(join(root, 'content'))) return;
        const left = await fill(root);
        if (left > 0) logger.error(`content/: ${left} kesalahan. Jalankan "npm run content".`);
      });

      async function fill(root: string): Promise<number> {
        const { content, faults } = await readShared(root);
        const errors = faults.filter(({ severity }) => severity === 'error').length;
        if (errors > 0) return errors;
        store.clear();
        for (const { id, data, file } of list(content)) {
          const entry = { id, data: { ...data }, digest: canonicalJson(data) };
          store.set(file === undefined ? entry : { ...entry, filePath: file, deferredRender: true });
        }
        return 0;
      }
    },
  };
}

let shared: { readonly at: number; readonly reading: ReturnType<typeof readContent> } | undefined;

/** One reading for all collections that ask within the same moment; a release hands over what it has read and checked. */
function readShared(root: string): ReturnType<typeof readContent> {
  const handed = process.env.CONTENT_FILE;
  if (handed !== undefined) shared ??= { at: Number.POSITIVE_INFINITY, reading: readHanded(handed) };
  if (shared === undefined || Date.now() - shared.at > 1000) shared = { at: Date.now(), reading: readContent(root) };
  return shared.reading;
}

async function readHanded(file: string): ReturnType<typeof readContent> {
  return { content: JSON.parse(await readFile(file, 'utf8')) as Content, faults: [] };
}
