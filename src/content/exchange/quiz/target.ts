import { quizFile } from '#domain/content-path.ts';
import type { Content } from '#domain/lint/content.ts';
import type { Located } from '#domain/lint/fault.ts';
import { isAcceptable } from '#domain/fault/acceptable.ts';
import type { Quiz } from '#domain/quiz/quiz.ts';
import { contentOnDisk } from '#content/files/content-source.ts';
import { readText, sizeLimits } from '#content/files/text-file.ts';
import { readContent } from '#content/read.ts';
import { quizSchema } from '#content/schema/quiz.ts';
import { newPractice } from './text.ts';

/** The quiz that questions go into, as it stands. */
export interface Target {
  readonly content: Content;
  readonly quiz: Located<Quiz>;
  /** The quiz file. */
  readonly text: string;
  readonly todayOn: string;
}

interface Wanted {
  /** The project's root. */
  readonly root: string;
  readonly course: string;
  readonly quiz: string;
  /** Makes the quiz, a practice, with this title; then there must be none. */
  readonly newTitle: string | undefined;
  readonly todayOn: string;
}

/** The quiz as it stands, or a new one; why there is none to take anything (Indonesian). */
export async function findTarget(wanted: Wanted): Promise<Target | { readonly problem: string }> {
  const { root, course, quiz, newTitle, todayOn } = wanted;
  const { content, faults } = await readContent(root, todayOn);
  const file = quizFile(course, quiz);
  // What an author may accept keeps nobody from adding questions.
  const broken = faults.find((it) => it.file === file && it.severity === 'error' && !isAcceptable(it.name));
  if (broken !== undefined) return { problem: `${file}:${broken.line} masih salah: ${broken.message}` };
  const found = content.quizzes.find((it) => it.file === file);
  if (found !== undefined && newTitle !== undefined) {
    return {
      problem: `kuis ${file} sudah ada, berjudul "${found.value.title}". Hapus --new untuk menambah soal ke sana, atau pilih nama kuis lain.`,
    };
  }
  const original = await readText(contentOnDisk(root), file, sizeLimits.yaml);
  if (found !== undefined && !('faults' in original)) return { content, quiz: found, text: original.text, todayOn };
  if (!content.courses.some(({ value }) => value.id === course)) {
    return {
      problem: `kursus "${course}" tidak ada. Yang ada: ${content.courses.map(({ value }) => value.id).join(', ')}.`,
    };
  }
  if (newTitle !== undefined) return makeTarget(content, newTitle, wanted);
  const others = content.quizzes.flatMap(({ value }) => (value.course === course ? value.id : [])).join(', ');
  return {
    problem: `kuis ${file} tidak ada. Yang ada di kursus ini: ${others}. Untuk membuat latihan baru, tambahkan --new "Judul latihan".`,
  };
}

function makeTarget(
  content: Content,
  newTitle: string,
  { course, quiz, todayOn }: Wanted,
): Target | { readonly problem: string } {
  const title = quizSchema.shape.title.safeParse(newTitle);
  if (!title.success) return { problem: `judul di --new ${title.error.issues[0]?.message ?? ''}` };
  const file = quizFile(course, quiz);
  const { head, text } = newPractice(newTitle);
  const made: Located<Quiz> = {
    file,
    value: { course, id: quiz, ...head, questions: [] },
    placeOf: () => ({ line: 1, column: 1 }),
  };
  const files = [...content.files, file];
  return { content: { ...content, quizzes: [...content.quizzes, made], files }, quiz: made, text, todayOn };
}
