import type { Picture } from '#content/exchange/entry.ts';
import { missingAlt } from '#domain/lint/quiz/media.ts';
import { isSoundFile } from '#domain/question/media.ts';
import type { Question } from '#domain/question/question.ts';
import { pictureEnding, pictureLimitBytes } from '#content/media/picture.ts';
import { isMp3 } from '#content/media/recording/mp3.ts';
import { soundLimitBytes } from '#content/media/recording/recording.ts';

/** A question whose pictures and sounds lie beside its quiz, or why they cannot (Indonesian). */
export type WithPictures =
  | { readonly question: Question; readonly files: readonly Picture[]; readonly changes: readonly string[] }
  | { readonly refused: string };

/** What import calls a sound that came without words. */
const missingTitle = 'Dengarkan';

/** Names the pictures and sounds of a question after it; `taken` are the files that are there. */
export function placePictures(
  question: Question,
  pictures: readonly Picture[],
  taken: ReadonlySet<string>,
): WithPictures {
  const files: Picture[] = [];
  const changes = new Set<string>();
  let refused: string | undefined;
  const rename = (text: string): string =>
    text.replace(/(!?)\[([^\]]*)\]\(([^)]*)\)/g, (whole, mark: string, words: string, address: string) => {
      const name = safeDecode(/^@@PLUGINFILE@@\/(.+)$/.exec(address)?.[1] ?? '');
      const file = pictures.find((it) => it.name === name);
      if (mark === '' && name === '') return whole;
      // A link to a file inside the question leads nowhere here.
      if (mark === '') changes.add(`tautan ke berkas "${name}" dihapus`);
      if (mark === '') return words;
      if (name === '' && taken.has(address)) return whole;
      const what = isSoundFile(name) ? 'suara' : 'gambar';
      if (file === undefined) refused ??= `${what} "${name === '' ? address : name}" tidak ikut di dalam berkas.`;
      if (file === undefined) return whole;
      const { ending, problem } = judge(name, file.bytes);
      if (problem !== undefined) refused ??= `${what} "${name}" ${problem}`;
      const known = files.find((it) => it.bytes === file.bytes);
      const own = known?.name ?? freeName(question.id, ending, new Set([...taken, ...files.map((it) => it.name)]));
      if (known === undefined) files.push({ name: own, bytes: file.bytes });
      const missing = ending === 'mp3' ? missingTitle : missingAlt;
      if (words.trim() === '')
        changes.add(`${what} belum ${ending === 'mp3' ? 'berjudul' : 'dijelaskan'}; tulis isinya di dalam ![…]`);
      return `![${words.trim() === '' ? missing : words}](${own})`;
    });
  const renamed = mapTexts(question, rename);
  if (refused !== undefined) return { refused };
  const named = (sounds: boolean) => files.map(({ name }) => name).filter((name) => isSoundFile(name) === sounds);
  if (named(false).length > 0) changes.add(`gambar ikut: ${named(false).join(', ')}`);
  if (named(true).length > 0) changes.add(`suara ikut: ${named(true).join(', ')}`);
  return { question: renamed, files, changes: [...changes] };
}

/** The ending that a file must have, and what is wrong with it. */
function judge(name: string, bytes: Uint8Array): { readonly ending: string; readonly problem?: string } {
  if (isSoundFile(name)) {
    if (!isMp3(bytes)) return { ending: 'mp3', problem: 'bukan MP3.' };
    return bytes.length > soundLimitBytes
      ? { ending: 'mp3', problem: `lebih dari ${soundLimitBytes / 1024} KB. Potong dulu.` }
      : { ending: 'mp3' };
  }
  const ending = pictureEnding(bytes);
  if (ending === undefined) return { ending: 'png', problem: 'bukan PNG, JPG, GIF, atau WebP.' };
  return bytes.length > pictureLimitBytes
    ? { ending, problem: `lebih dari ${pictureLimitBytes / 1024} KB. Kecilkan dulu.` }
    : { ending };
}

function freeName(id: string, ending: string, taken: ReadonlySet<string>): string {
  let [name, number] = [`${id}.${ending}`, 1];
  while (taken.has(name)) {
    number += 1;
    name = `${id}-${number}.${ending}`;
  }
  return name;
}

/** Every text of a question through `change`; ids, keys and accepted answers stay. */
function mapTexts<T>(value: T, change: (text: string) => string, field = ''): T {
  if (typeof value === 'string') return (shown.includes(field) ? change(value) : value) as T;
  if (Array.isArray(value)) return value.map((it) => mapTexts(it, change, field)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, it]) => [name, mapTexts(it, change, name)])) as T;
}

const shown = ['prompt', 'text', 'story', 'rationale', 'hint', 'feedback'];

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
