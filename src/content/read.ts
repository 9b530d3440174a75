import { z } from 'zod';
import type { Course } from '#domain/course/course.ts';
import type { Content, LessonBody, LocatedGuide, LocatedLesson } from '#domain/lint/content.ts';
import { type Fault, faultIn, fileStart, type Located, sortFaults } from '#domain/lint/fault.ts';
import { lintContent } from '#domain/lint/lint.ts';
import { todayOn } from '#domain/local-date.ts';
import type { Quiz } from '#domain/quiz/quiz.ts';
import { lintAcceptReasons } from './accept-reasons.ts';
import { countrySchema } from '#content/schema/country.ts';
import { checkDrawing } from '#content/media/drawing.ts';
import { resolveFacts } from './facts.ts';
import { type ContentSource, contentOnDisk } from '#content/files/content-source.ts';
import { type CourseFile, listFiles } from '#content/files/course-folders.ts';
import { splitLesson } from '#content/files/frontmatter.ts';
import { guardProse } from '#content/guard/guard.ts';
import { learningPathSchema } from '#content/schema/learning-path.ts';
import { lintPageWeight } from './page-weight.ts';
import { checkPicture } from '#content/media/picture.ts';
import { contactSchema } from '#content/schema/contact.ts';
import { courseSchema } from '#content/schema/course.ts';
import { termSchema } from '#content/schema/glossary.ts';
import { houseSchema } from '#content/schema/house.ts';
import { guideSchema, lessonSchema } from '#content/schema/lesson.ts';
import { quizSchema } from '#content/schema/quiz.ts';
import { sourcesSchema } from '#content/schema/source.ts';
import { checkSound } from '#content/media/sound.ts';
import { synonymSchema } from '#content/schema/synonym.ts';
import { urgentAnswersSchema } from '#content/schema/urgent-answers.ts';
import { type Read, readYaml } from './files/read-yaml.ts';
import { readText, sizeLimits } from '#content/files/text-file.ts';
import { parseYaml } from '#content/files/yaml-file.ts';

/**
 * Reads and checks `content/` below the project's root: all that has its shape, and every fault of every file in the order
 * of files and lines. What an author wrote never makes it throw: a file that cannot be read is a fault and is left out.
 * `today` (`YYYY-MM-DD`) decides which reviews are overdue.
 */
export async function readContent(
  root: string,
  today: string = todayOn(),
): Promise<{ readonly content: Content; readonly faults: readonly Fault[] }> {
  return readSource(contentOnDisk(root), today);
}

/** The same for content that comes from elsewhere. */
export async function readSource(
  source: ContentSource,
  today: string = todayOn(),
): Promise<{ readonly content: Content; readonly faults: readonly Fault[] }> {
  const { content, faults } = await readShapes(source);
  return { content, faults: sortFaults([...faults, ...lintContent(content, today), ...lintPageWeight(content)]) };
}

/** All that has its shape, and what keeps the rest from it. A file whose bytes are the same object as before is not parsed again. */
export async function readShapes(
  source: ContentSource,
): Promise<{ readonly content: Content; readonly faults: readonly Fault[] }> {
  const { paths: files, courseFiles, faults: fileFaults } = await listFiles(source);
  const faults = [...fileFaults];
  const keep = <T>(read: { readonly located?: T; readonly faults: readonly Fault[] }): T | undefined => {
    faults.push(...read.faults);
    return read.located;
  };
  const houses = keep(await readOnce(source, 'content/houses.yaml', z.array(houseSchema)));
  const glossary = keep(await readOnce(source, 'content/glossary.yaml', z.array(termSchema)));
  const contacts = keep(await readOnce(source, 'content/contacts.yaml', z.array(contactSchema)));
  const facts = keep(await readFacts(source));
  const synonyms = keep(await readOptional(source, 'content/synonyms.yaml', { files, item: synonymSchema }));
  const answers = files.includes('content/answers.yaml')
    ? keep(await readOnce(source, 'content/answers.yaml', urgentAnswersSchema))
    : undefined;
  const countries = keep(await readOptional(source, 'content/countries.yaml', { files, item: countrySchema }));
  const paths = keep(await readOptional(source, 'content/paths.yaml', { files, item: learningPathSchema }));
  const courses: Located<Course>[] = [];
  const lessons: LocatedLesson[] = [];
  const guides: LocatedGuide[] = [];
  const quizzes: Located<Quiz>[] = [];
  for (const { kind, file, course, id } of courseFiles) {
    if (kind === 'course') {
      const read = keep(await readOnce(source, file, courseSchema));
      if (read) courses.push({ ...read, value: { id, ...read.value } });
    } else if (kind === 'quiz') {
      const read = keep(await readQuiz(source, { file, course, id }));
      if (read) quizzes.push(read);
    } else if (kind === 'lesson') {
      const read = keep(await readProse(source, { file, course, id }, lessonSchema));
      if (read) lessons.push(read);
    } else if (kind === 'guide') {
      const read = keep(await readProse(source, { file, course, id }, guideSchema));
      if (read) guides.push(read);
    } else if (kind === 'picture') {
      faults.push(...(await remembered(source, file, () => checkPicture(source, file))));
    } else if (kind === 'sound') {
      faults.push(...(await remembered(source, file, () => checkSound(source, file))));
    } else {
      faults.push(...(await remembered(source, file, () => checkDrawing(source, file, sizeLimits.drawing))));
    }
  }
  const lists = {
    ...(houses && { houses }),
    ...(glossary && { glossary }),
    ...(contacts && { contacts }),
    ...(facts && { facts }),
    ...(synonyms && { synonyms }),
    ...(answers && { answers }),
    ...(countries && { countries }),
    ...(paths && { paths }),
  };
  const content: Content = { courses, lessons, guides, quizzes, files, ...lists };
  return { content, faults };
}

const parsed = new WeakMap<Buffer, Map<string, Promise<unknown>>>();

/** What was made of a file; made anew where its bytes are others. */
async function remembered<T>(source: ContentSource, file: string, make: () => Promise<T>): Promise<T> {
  if ((await source.size(file)) === undefined) return make();
  const bytes = await source.read(file);
  const known = parsed.get(bytes) ?? new Map<string, Promise<unknown>>();
  parsed.set(bytes, known);
  const made = (known.get(file) as Promise<T> | undefined) ?? make();
  known.set(file, made);
  return made;
}

/** The same as `readYaml`, read once. */
function readOnce<Schema extends z.ZodType>(source: ContentSource, file: string, schema: Schema) {
  return remembered(source, file, () => readYaml(source, file, schema));
}

async function readQuiz(
  source: ContentSource,
  { file, course, id }: Omit<CourseFile, 'kind'>,
): Promise<Read<Located<Quiz>>> {
  return remembered(source, file, async () => {
    const read = await readText(source, file, sizeLimits.yaml);
    if ('faults' in read) return read;
    const { located, faults: shape } = parseYaml(quizSchema, { file, text: read.text });
    const faults = [...shape, ...lintAcceptReasons(file, read.text)];
    return located === undefined
      ? { faults }
      : { located: { ...located, value: { course, id, ...located.value } }, faults };
  });
}

/** A list of `item` that need not be there: empty then. `files` are all that there are. */
async function readOptional<Item extends z.ZodType>(
  source: ContentSource,
  file: string,
  { files, item }: { readonly files: readonly string[]; readonly item: Item },
): Promise<Read<Located<readonly z.output<Item>[]>>> {
  if (files.includes(file)) return readOnce(source, file, z.array(item));
  return { located: { value: [], file, placeOf: () => ({ line: 1, column: 1 }) }, faults: [] };
}

async function readFacts(source: ContentSource): Promise<Read<NonNullable<Content['facts']>>> {
  const { located, faults } = await readOnce(source, 'content/sources.yaml', sourcesSchema);
  if (located === undefined) return { faults };
  const resolved = resolveFacts(located);
  return { located: resolved.facts, faults: resolved.faults };
}

/** A lesson or a guide: frontmatter of its schema, then guarded prose. */
async function readProse<Schema extends z.ZodType<object>>(
  source: ContentSource,
  { file, course, id }: Omit<CourseFile, 'kind'>,
  schema: Schema,
): Promise<Read<Located<{ id: string; course: string } & z.output<Schema>> & { body: LessonBody }>> {
  return remembered(source, file, async () => {
    const read = await readText(source, file, sizeLimits.lesson);
    if ('faults' in read) return read;
    const parts = splitLesson(read.text);
    if (parts === undefined) return { faults: [frontmatterFault(file)] };
    const meta = parseYaml(schema, { file, text: parts.frontmatter, firstLine: 2 });
    const prose = guardProse(file, parts);
    const faults = [...meta.faults, ...prose.faults];
    if (meta.located === undefined || prose.body === undefined) return { faults };
    return { located: { ...meta.located, value: { id, course, ...meta.located.value }, body: prose.body }, faults };
  });
}

function frontmatterFault(file: string): Fault {
  const message =
    'bagian atas belum benar. Baris pertama hanya ---, lalu isian, lalu satu baris --- lagi; tanpa garis lain di antaranya.';
  return faultIn(file, fileStart, 'frontmatter-salah', message);
}
