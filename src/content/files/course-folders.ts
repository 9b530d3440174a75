import { splitCoursePath } from '#domain/content-path.ts';
import { guideId } from '#domain/course/course.ts';
import { type Fault, faultIn, fileStart } from '#domain/lint/fault.ts';
import type { ContentSource } from './content-source.ts';

/** The files that stand directly in `content/`. */
const topFiles = [
  ...['answers.yaml', 'asked.yaml'],
  ...['README.md', 'contacts.yaml', 'countries.yaml', 'glossary.yaml', 'houses.yaml', 'paths.yaml', 'sources.yaml'],
  ...['synonyms.yaml', 'words.txt'],
].map((it) => `content/${it}`);

/** What a file below `content/courses/` is, with the ids that its path gives it. */
export interface CourseFile {
  readonly kind: 'course' | 'lesson' | 'guide' | 'quiz' | 'drawing' | 'picture' | 'sound';
  readonly file: string;
  readonly course: string;
  readonly id: string;
}

/** Every file of `content/`, in the order of names; a fault for each that does not belong there. */
export async function listFiles(source: ContentSource): Promise<{
  readonly paths: readonly string[];
  readonly courseFiles: readonly CourseFile[];
  readonly faults: readonly Fault[];
}> {
  const { paths, faults } = await source.list();
  const courseFiles = paths.flatMap((path) => readPath(path) ?? []);
  const strangers = paths.filter((path) => !topFiles.includes(path) && readPath(path) === undefined);
  return { paths, courseFiles, faults: [...faults, ...strangers.map(strangerFault)] };
}

const kebab = '[a-z0-9]+(?:-[a-z0-9]+)*';
const endings = {
  '.mdx': 'lesson',
  '.quiz.yaml': 'quiz',
  '.svg': 'drawing',
  '.png': 'picture',
  '.jpg': 'picture',
  '.gif': 'picture',
  '.webp': 'picture',
  '.mp3': 'sound',
  '.m4a': 'sound',
  '.ogg': 'sound',
  '.webm': 'sound',
} as const;
const anyEnding = `(${Object.keys(endings)
  .map((it) => it.replaceAll('.', '\\.'))
  .join('|')})`;
const fileName = new RegExp(`^(${kebab})${anyEnding}$`);
const nearlyFileName = new RegExp(`^[^/]+${anyEnding}$`);

function readPath(path: string): CourseFile | undefined {
  const { course = '', name = '' } = splitCoursePath(path) ?? {};
  if (!new RegExp(`^${kebab}$`).test(course)) return undefined;
  if (name === 'course.yaml') return { kind: 'course', file: path, course, id: course };
  const [, id, ending] = fileName.exec(name) ?? [];
  if (id === undefined) return undefined;
  if (name === `${guideId}.mdx`) return { kind: 'guide', file: path, course, id };
  return { kind: endings[ending as keyof typeof endings], file: path, course, id };
}

function strangerFault(path: string): Fault {
  if (nearlyFileName.test(splitCoursePath(path)?.name ?? '')) {
    const message = 'nama berkas dan folder hanya boleh huruf kecil, angka, dan tanda hubung. Ganti namanya.';
    return faultIn(path, fileStart, 'nama-berkas', message);
  }
  const message =
    'berkas ini tidak dikenal di content/. Hapus, atau perbaiki nama dan tempatnya (lihat content/README.md).';
  return faultIn(path, fileStart, 'berkas-tidak-dikenal', message);
}
