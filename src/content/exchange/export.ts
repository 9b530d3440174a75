import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Exported } from './outgoing.ts';
import { writeGift } from '#content/exchange/gift/write.ts';
import { writeMoodleXml } from '#content/exchange/moodle-xml/write.ts';
import { writeCsvQuestions } from '#content/exchange/table/write.ts';
import { quizFile } from '#domain/content-path.ts';
import { readContent } from '#content/read.ts';

export const exportFormats = ['gift', 'moodle-xml', 'csv'] as const;

export type ExportFormat = (typeof exportFormats)[number];

/** A quiz in a format of others; undefined when there is no such quiz that can be read. */
export async function exportQuestions(
  root: string,
  { course, quiz, format }: { readonly course: string; readonly quiz: string; readonly format: ExportFormat },
): Promise<Exported | undefined> {
  const { content } = await readContent(root);
  const file = quizFile(course, quiz);
  const found = content.quizzes.find((it) => it.file === file);
  if (found === undefined) return undefined;
  if (format === 'gift') return writeGift(found.value.questions);
  if (format === 'csv') return writeCsvQuestions(found.value.questions);
  const folder = dirname(file);
  const names = content.files.flatMap((it) =>
    dirname(it) === folder && /\.(?:png|jpg|gif|webp|mp3)$/.test(it) ? it.slice(folder.length + 1) : [],
  );
  const pictures = new Map<string, string>();
  for (const name of names) pictures.set(name, (await readFile(join(root, folder, name))).toString('base64'));
  return writeMoodleXml(found.value.questions, (name) => pictures.get(name));
}
