import type { Picture } from '#domain/bank/entry.ts';
import { missingAlt } from '#domain/lint/quiz-media.ts';
import type { Question } from '#domain/question.ts';
import { pictureEnding, pictureLimitBytes } from '../picture.ts';

/** A question whose pictures lie beside its quiz, or why they cannot (Indonesian). */
export type WithPictures =
  | { readonly question: Question; readonly files: readonly Picture[]; readonly changes: readonly string[] }
  | { readonly refused: string };

/** Names the pictures of a question after it; `taken` are the files that are there. */
export function placePictures(question: Question, pictures: readonly Picture[], taken: ReadonlySet<string>): WithPictures {
  const files: Picture[] = [];
  const changes = new Set<string>();
  let refused: string | undefined;
  const rename = (text: string): string =>
    text.replace(/!\[([^\]]*)\]\(([^)]*)\)/g, (whole, alt: string, address: string) => {
      const name = safeDecode(/^@@PLUGINFILE@@\/(.+)$/.exec(address)?.[1] ?? '');
      const picture = pictures.find((it) => it.name === name);
      if (name === '' && taken.has(address)) return whole;
      if (picture === undefined) refused ??= `gambar "${name === '' ? address : name}" tidak ikut di dalam berkas.`;
      if (picture === undefined) return whole;
      const ending = pictureEnding(picture.bytes);
      if (ending === undefined) refused ??= `gambar "${name}" bukan PNG, JPG, GIF, atau WebP.`;
      if (picture.bytes.length > pictureLimitBytes) refused ??= `gambar "${name}" lebih dari ${pictureLimitBytes / 1024} KB. Kecilkan dulu.`;
      const known = files.find((it) => it.bytes === picture.bytes);
      const own = known?.name ?? freeName(question.id, ending ?? 'png', new Set([...taken, ...files.map((it) => it.name)]));
      if (known === undefined) files.push({ name: own, bytes: picture.bytes });
      if (alt.trim() === '') changes.add('gambar belum dijelaskan; tulis isinya di dalam ![…]');
      return `![${alt.trim() === '' ? missingAlt : alt}](${own})`;
    });
  const renamed = mapTexts(question, rename);
  if (refused !== undefined) return { refused };
  if (files.length > 0) changes.add(`gambar ikut: ${files.map(({ name }) => name).join(', ')}`);
  return { question: renamed, files, changes: [...changes] };
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
