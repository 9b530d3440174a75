import { quizFile } from '#domain/content-path.ts';
import type { BankEntry } from '#content/exchange/entry.ts';
import { type ImportPlan, planInto } from '#content/exchange/import.ts';
import { readBank } from '#content/exchange/read-file.ts';
import type { ContentSource } from '#content/files/content-source.ts';
import { findTooLong } from './bounds.ts';
import { checkFile, courseOnly } from './check.ts';

/** A question file that somebody sent, and the quiz that it is for. */
export interface QuestionFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly course: string;
  readonly quiz: string;
}

/**
 * What a question file would add to a quiz of `source`; nothing is written. Only the quiz's own course is looked at, for
 * somebody waits. `today` is `YYYY-MM-DD`.
 */
export async function planQuestionFile(
  source: ContentSource,
  { name, bytes, course, quiz }: QuestionFile,
  today: string,
): Promise<ImportPlan> {
  const file = quizFile(course, quiz);
  const bank = readBounded(bytes, name);
  const { content } = await checkFile(source, file, today);
  const own = content.quizzes.find((it) => it.file === file);
  const target =
    own === undefined
      ? { problem: unreadable }
      : { content: courseOnly(content, course), quiz: own, text: String(await source.read(file)), todayOn: today };
  const plan = planInto(bank, target, file);
  const [tooLong] = findTooLong(file, Buffer.byteLength(plan.text ?? ''));
  if (tooLong === undefined) return plan;
  const { text: _text, ...rest } = plan;
  return { ...rest, problem: { message: tooLong.message } };
}

const unreadable = 'Kuis ini belum benar. Perbaiki dulu yang ditandai di daftar soal.';

/** Fitting in costs time for each question. */
const mostQuestions = 100;

function readBounded(bytes: Uint8Array, name: string): ReturnType<typeof readBank> {
  const bank = readBank(bytes, name);
  if ('problem' in bank) return bank;
  const { format, entries } = bank;
  if (entries.length <= mostQuestions) return { format, entries: entries.map(withoutPictures) };
  const problem = `ada ${entries.length} soal. Paling banyak ${mostQuestions} sekali jalan. Bagi berkasnya.`;
  return { format, problem, line: entries[mostQuestions]?.line ?? 1 };
}

/** A picture lies beside its quiz as a file of its own, which is added where pictures are. */
function withoutPictures(entry: BankEntry): BankEntry {
  if (!('question' in entry) || entry.pictures.length === 0) return entry;
  const { line, name } = entry;
  return { line, name, refused: 'memuat gambar atau suara. Tulis soal ini lewat formulir, lalu tambahkan gambarnya.' };
}
