import { courseFile, lessonFile, mediaFile, quizFile, splitCoursePath } from '#domain/content-path.ts';
import { type EntryList, entryLists } from './entry-list.ts';

/** A list that belongs to no course; entries of the last two are only added, together with something else. */
export type PartList = EntryList | 'sources' | 'paths';
const partLists: readonly PartList[] = [...entryLists, 'sources', 'paths'];

/** A file that a draft may hold. */
export type DraftPart =
  | { readonly kind: 'lesson'; readonly course: string; readonly id: string }
  | { readonly kind: 'quiz'; readonly course: string; readonly id: string }
  /** `id` is the name of the file with its ending. */
  | { readonly kind: 'picture'; readonly course: string; readonly id: string }
  | { readonly kind: 'sound'; readonly course: string; readonly id: string }
  | { readonly kind: 'course'; readonly course: string }
  /** A list that belongs to no course. */
  | { readonly kind: 'list'; readonly course: ''; readonly id: PartList };

/** Whether a part holds no text. */
export function isMediaPart({ kind }: DraftPart): boolean {
  return kind === 'picture' || kind === 'sound';
}

/** Names that are no lesson: their addresses are taken. */
const reserved = ['kuis', 'panduan', 'ikut', 'course', 'bawa-pulang', 'dibaca', 'riwayat', 'baru'];
const longest = 60;

/** Why a name cannot be that of a new lesson; undefined when it can. */
export function findNameProblem(name: string): 'shape' | 'too_long' | 'reserved' | undefined {
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name)) return 'shape';
  if (name.length > longest) return 'too_long';
  return reserved.includes(name) ? 'reserved' : undefined;
}

/** The path is made of what the part is called, never taken from anybody. */
export function pathOf(part: DraftPart): string {
  if (part.kind === 'course') return courseFile(part.course);
  if (part.kind === 'picture' || part.kind === 'sound') return mediaFile(part.course, part.id);
  if (part.kind === 'list') return listFile(part.id);
  return part.kind === 'lesson' ? lessonFile(part.course, part.id) : quizFile(part.course, part.id);
}

export function partOf(path: string): DraftPart | undefined {
  const list = partLists.find((it) => listFile(it) === path);
  if (list !== undefined) return { kind: 'list', course: '', id: list };
  const { course, name = '' } = splitCoursePath(path) ?? {};
  if (course === undefined) return undefined;
  if (name === 'course.yaml') return { kind: 'course', course };
  if (/^[a-z0-9-]+\.(?:jpg|png|webp)$/.test(name)) return { kind: 'picture', course, id: name };
  if (/^[a-z0-9-]+\.(?:mp3|m4a|ogg|webm)$/.test(name)) return { kind: 'sound', course, id: name };
  const [, id, ending] = /^([a-z0-9-]+)(\.mdx|\.quiz\.yaml)$/.exec(name) ?? [];
  if (id === undefined) return undefined;
  return { kind: ending === '.mdx' ? 'lesson' : 'quiz', course, id };
}

function listFile(list: PartList): string {
  return `content/${list}.yaml`;
}

/** Whether a quiz is one whose mistakes cost somebody a certificate. */
export function needsSecondReader(quizYaml: string): boolean {
  return /\bmode["']?\s*:\s*["']?assessment\b/.test(quizYaml);
}
