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
  const { paths: files, courseFiles, faults: fileFaults } = await listFiles(root);
  const faults = [...fileFaults];
  const keep = <T>(read: { readonly located?: T; readonly faults: readonly Fault[] }): T | undefined => {
    faults.push(...read.faults);
    return read.located;
  };
  const houses = keep(await readYaml(root, 'content/houses.yaml', z.array(houseSchema)));
  const glossary = keep(await readYaml(root, 'content/glossary.yaml', z.array(termSchema)));
  const contacts = keep(await readYaml(root, 'content/contacts.yaml', z.array(contactSchema)));
  const facts = keep(await readFacts(root));
  const synonyms = keep(await readOptional(root, 'content/synonyms.yaml', { files, item: synonymSchema }));
  const answers = files.includes('content/answers.yaml')
    ? keep(await readYaml(root, 'content/answers.yaml', urgentAnswersSchema))
    : undefined;
  const countries = keep(await readOptional(root, 'content/countries.yaml', { files, item: countrySchema }));
  const paths = keep(await readOptional(root, 'content/paths.yaml', { files, item: learningPathSchema }));
  const courses: Located<Course>[] = [];
  const lessons: LocatedLesson[] = [];
  const guides: LocatedGuide[] = [];
  const quizzes: Located<Quiz>[] = [];
  for (const { kind, file, course, id } of courseFiles) {
    if (kind === 'course') {
      const read = keep(await readYaml(root, file, courseSchema));
      if (read) courses.push({ ...read, value: { id, ...read.value } });
    } else if (kind === 'quiz') {
      const read = keep(await readYaml(root, file, quizSchema));
      if (read) quizzes.push({ ...read, value: { course, id, ...read.value } });
      const written = await readText(root, file, sizeLimits.yaml);
      if ('text' in written) faults.push(...lintAcceptReasons(file, written.text));
    } else if (kind === 'lesson') {
      const read = keep(await readProse(root, { file, course, id }, lessonSchema));
      if (read) lessons.push(read);
    } else if (kind === 'guide') {
      const read = keep(await readProse(root, { file, course, id }, guideSchema));
      if (read) guides.push(read);
    } else if (kind === 'picture') {
      faults.push(...(await checkPicture(root, file)));
    } else if (kind === 'sound') {
      faults.push(...(await checkSound(root, file)));
    } else {
      faults.push(...(await checkDrawing(root, file, sizeLimits.drawing)));
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
  return { content, faults: sortFaults([...faults, ...lintContent(content, today), ...lintPageWeight(content)]) };
}

interface Read<T> {
  readonly located?: T;
  readonly faults: readonly Fault[];
}

async function readYaml<Schema extends z.ZodType>(
  root: string,
  file: string,
  schema: Schema,
): Promise<Read<Located<z.output<Schema>>>> {
  const read = await readText(root, file, sizeLimits.yaml);
  return 'faults' in read ? read : parseYaml(schema, { file, text: read.text });
}

/** A list of `item` that need not be there: empty then. `files` are all that there are. */
async function readOptional<Item extends z.ZodType>(
  root: string,
  file: string,
  { files, item }: { readonly files: readonly string[]; readonly item: Item },
): Promise<Read<Located<readonly z.output<Item>[]>>> {
  if (files.includes(file)) return readYaml(root, file, z.array(item));
  return { located: { value: [], file, placeOf: () => ({ line: 1, column: 1 }) }, faults: [] };
}

async function readFacts(root: string): Promise<Read<NonNullable<Content['facts']>>> {
  const { located, faults } = await readYaml(root, 'content/sources.yaml', sourcesSchema);
  if (located === undefined) return { faults };
  const resolved = resolveFacts(located);
  return { located: resolved.facts, faults: resolved.faults };
}

/** A lesson or a guide: frontmatter of its schema, then guarded prose. */
async function readProse<Schema extends z.ZodType<object>>(
  root: string,
  { file, course, id }: Omit<CourseFile, 'kind'>,
  schema: Schema,
): Promise<Read<Located<{ id: string; course: string } & z.output<Schema>> & { body: LessonBody }>> {
  const read = await readText(root, file, sizeLimits.lesson);
  if ('faults' in read) return read;
  const parts = splitLesson(read.text);
  if (parts === undefined) return { faults: [frontmatterFault(file)] };
  const meta = parseYaml(schema, { file, text: parts.frontmatter, firstLine: 2 });
  const prose = guardProse(file, parts);
  const faults = [...meta.faults, ...prose.faults];
  if (meta.located === undefined || prose.body === undefined) return { faults };
  return { located: { ...meta.located, value: { id, course, ...meta.located.value }, body: prose.body }, faults };
}

function frontmatterFault(file: string): Fault {
  const message =
    'bagian atas belum benar. Baris pertama hanya ---, lalu isian, lalu satu baris --- lagi; tanpa garis lain di antaranya.';
  return faultIn(file, fileStart, 'frontmatter-salah', message);
}
