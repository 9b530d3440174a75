import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineCollection } from 'astro:content';
import type { Loader } from 'astro/loaders';
import { z } from 'astro/zod';
import { publishLesson, publishQuizzes } from '#content/catalogue.ts';
import { canonicalJson } from '#domain/canonical-json.ts';
import { readContent } from '#content/read.ts';
import type { Contact } from '#domain/course/contact.ts';
import { type Country, countryCourse, countrySources, isCountryAspect } from '#domain/course/country.ts';
import type { Course, Guide, Lesson } from '#domain/course/course.ts';
import type { GlossaryTerm } from '#domain/course/glossary.ts';
import type { House } from '#domain/house.ts';
import type { LearningPath } from '#domain/course/learning-path.ts';
import type { Content, LocatedLesson } from '#domain/lint/content.ts';
import type { Quiz } from '#domain/quiz/quiz.ts';
import type { UrgentAnswers } from '#domain/search/urgent-answer.ts';
import type { Fact } from '#domain/course/source.ts';

// All collections are taken out of one reading by `readContent`, so that pages, server and checks know the same content.
// The shape of what authors write stands, field by field, in src/content/schema/; an entry that comes here has passed
// it, so the schemas below only name the domain types that pages get.

export const collections = {
  /** Id: `up-202`. */
  courses: defineCollection({
    loader: contentLoader(({ courses }) => courses.map(({ value }) => ({ id: value.id, data: value }))),
    schema: z.custom<Course>(),
  }),
  /** Id: `up-202/hpp-keripik`. */
  lessons: defineCollection({
    loader: contentLoader((content) =>
      content.lessons.map((it) => {
        const { lesson, edition } = publishLesson(it);
        const id = `${lesson.course}/${lesson.id}`;
        return { id, data: { ...lesson, edition, ...shownIn(it, content) }, file: it.file };
      }),
    ),
    schema: z.custom<Lesson & Shown & { readonly edition: string }>(),
  }),
  /** Id: `up-202`, the course. */
  guides: defineCollection({
    loader: contentLoader((content) =>
      content.guides.map((it) => ({
        id: it.value.course,
        data: { ...it.value, ...shownIn(it, content) },
        file: it.file,
      })),
    ),
    schema: z.custom<Guide & Shown>(),
  }),
  /** Id: `up-202/ujian-akhir`. Holds keys: pages show `publicQuiz()` of it, and the rest only for a practice. */
  quizzes: defineCollection({
    loader: contentLoader((content) =>
      publishQuizzes(content).map(({ quiz, edition }) => ({
        id: `${quiz.course}/${quiz.id}`,
        data: { ...quiz, edition },
      })),
    ),
    schema: z.custom<Quiz & { readonly edition: string }>(),
  }),
  houses: defineCollection({
    loader: contentLoader(({ houses }) => listEntries(houses?.value)),
    schema: z.custom<House & Ordered>(),
  }),
  glossary: defineCollection({
    loader: contentLoader(({ glossary }) => listEntries(glossary?.value)),
    schema: z.custom<GlossaryTerm & Ordered>(),
  }),
  contacts: defineCollection({
    loader: contentLoader(({ contacts }) => listEntries(contacts?.value)),
    schema: z.custom<Contact & Ordered>(),
  }),
  /** One entry, `answers`: the chosen answers of the search. */
  answers: defineCollection({
    loader: contentLoader(({ answers }) => (answers === undefined ? [] : [{ id: 'answers', data: answers.value }])),
    schema: z.custom<UrgentAnswers>(),
  }),
  /** Id: `hong-kong`, the lesson in the course of countries. */
  countries: defineCollection({
    loader: contentLoader(({ countries }) => listEntries(countries?.value)),
    schema: z.custom<Country & Ordered>(),
  }),
  /** Id: `berangkat`, its address. */
  paths: defineCollection({
    loader: contentLoader(({ paths }) => listEntries(paths?.value)),
    schema: z.custom<LearningPath & Ordered>(),
  }),
  /** Id: `B-HPP-2`, the fact; with the sources that it rests on. */
  sources: defineCollection({
    loader: contentLoader(({ facts }) => listEntries(facts?.value)),
    schema: z.custom<Fact & Ordered>(),
  }),
};

interface Entry {
  readonly id: string;
  readonly data: object;
  /** Path below the project's root of the MDX file that is compiled when a page renders the entry. */
  readonly file?: string;
}

/** Astro sorts entries by id; authors put what helps most people first. */
interface Ordered {
  /** Place in the file, from 0. */
  readonly order: number;
}

function listEntries(values: readonly { readonly id: string }[] = []): readonly Entry[] {
  return values.map((value, order) => ({ id: value.id, data: { ...value, order } }));
}

/** What the page of a lesson or guide shows beside its prose. */
interface Shown {
  /** The glossary ids that it uses, each once, as they come. */
  readonly terms: readonly string[];
  /** The fact ids that its author names and those that its components bring along, each once. */
  readonly sources: readonly string[];
  /** Whether it shows danger signs or help steps, whose style then comes along. */
  readonly hasSigns: boolean;
}

function shownIn({ value, body }: Pick<LocatedLesson, 'value' | 'body'>, content: Content): Shown {
  const countries = content.countries?.value ?? [];
  // A table of countries leads to their lessons, where the sources stand already.
  const elsewhere = content.lessons.flatMap((it) => (it.value.course === countryCourse ? it.value.id : []));
  const terms = body.components.flatMap(({ name, attributes: { id } }) => (name === 'Term' && id ? [id] : []));
  const brought = body.components.flatMap(({ name, attributes: { id, aspect } }) => {
    if (name === 'Country') return countries.filter((it) => it.id === id).flatMap((it) => countrySources(it));
    if (name !== 'Countries' || !isCountryAspect(aspect)) return [];
    return countries.flatMap((it) => (elsewhere.includes(it.id) ? [] : countrySources(it, [aspect])));
  });
  return {
    terms: [...new Set(terms)],
    sources: [...new Set([...value.sources, ...brought])],
    hasSigns: body.components.some(({ name }) => name === 'Sign'),
  };
}

/** Faults stop a build; the dev server reports them and keeps the last good content. */
function contentLoader(list: (content: Content) => readonly Entry[]): Loader {
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
