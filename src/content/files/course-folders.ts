import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { splitCoursePath } from '#domain/content-path.ts';
import { guideId } from '#domain/course/course.ts';
import { type Fault, faultIn, fileStart } from '#domain/lint/fault.ts';
import { isSystemFile } from './system-file.ts';

/** The files that stand directly in `content/`. */
const topFiles = [
  'answers.yaml',
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

/** Every file of `content/` by path below `root`, in the order of names; a fault for each that does not belong there. */
export async function listFiles(root: string): Promise<{
  readonly paths: readonly string[];
  readonly courseFiles: readonly CourseFile[];
  readonly faults: readonly Fault[];
}> {
  const paths: string[] = [];
  const faults: Fault[] = [];
  const walk = async (folder: string): Promise<void> => {
    const entries = await readdir(join(root, folder), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (isSystemFile(entry.name)) continue;
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) await walk(path);
      else if (entry.isFile()) paths.push(path);
      else
        faults.push(
          faultIn(
            path,
            fileStart,
            'berkas-bukan-biasa',
            'bukan berkas biasa (tautan?). Ganti dengan berkasnya sendiri.',
          ),
        );
    }
  };
  await walk('content');
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
} as const;

function readPath(path: string): CourseFile | undefined {
  const { course = '', name = '' } = splitCoursePath(path) ?? {};
  if (!new RegExp(`^${kebab}$`).test(course)) return undefined;
  if (name === 'course.yaml') return { kind: 'course', file: path, course, id: course };
  const [, id, ending] =
    new RegExp(`^(${kebab})(\\.mdx|\\.quiz\\.yaml|\\.svg|\\.png|\\.jpg|\\.gif|\\.webp|\\.mp3)$`).exec(name) ?? [];
  if (id === undefined) return undefined;
  if (name === `${guideId}.mdx`) return { kind: 'guide', file: path, course, id };
  return { kind: endings[ending as keyof typeof endings], file: path, course, id };
}

function strangerFault(path: string): Fault {
  if (/^[^/]+\.(?:mdx|quiz\.yaml|svg|png|jpg|gif|webp|mp3)$/.test(splitCoursePath(path)?.name ?? '')) {
    const message = 'nama berkas dan folder hanya boleh huruf kecil, angka, dan tanda hubung. Ganti namanya.';
    return faultIn(path, fileStart, 'nama-berkas', message);
  }
  const message =
    'berkas ini tidak dikenal di content/. Hapus, atau perbaiki nama dan tempatnya (lihat content/README.md).';
  return faultIn(path, fileStart, 'berkas-tidak-dikenal', message);
}
