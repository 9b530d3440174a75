import { textsOf } from '#domain/question/authored.ts';
import type { Path } from '#domain/question/authored-kind.ts';
import { findMedia, isSoundFile, type MediaUse } from '#domain/question/media.ts';
import type { Quiz } from '#domain/quiz/quiz.ts';
import type { Content } from '#domain/lint/content.ts';
import { type Fault, faultAt, type Located, warning } from '#domain/lint/fault.ts';
import type { LocatedQuestion } from './questions.ts';

/** What import writes where a picture came without a description. */
export const missingAlt = 'Gambar belum dijelaskan';

/** Pictures and sounds of one question: a file that is there, words for it, and a place where it is shown. */
export function lintMedia(
  { files }: Pick<Content, 'files'>,
  quiz: Located<Quiz>,
  { question, path }: LocatedQuestion,
): readonly Fault[] {
  return textsOf(question).flatMap(({ path: own, text, holdsMedia }) => {
    const at = [...path, ...own];
    return findMedia(text).flatMap((use) =>
      holdsMedia ? lintUse(files, quiz, at, use) : [misplaced(quiz, at, use.file)],
    );
  });
}

/** Pictures and sounds in the stories of cases. */
export function lintCaseMedia({ files }: Pick<Content, 'files'>, quiz: Located<Quiz>): readonly Fault[] {
  return quiz.value.questions.flatMap((question, at) =>
    question.kind !== 'case'
      ? []
      : (['story', 'rationale'] as const).flatMap((field) =>
          findMedia(question[field]).flatMap((use) => lintUse(files, quiz, ['questions', at, field], use)),
        ),
  );
}

function lintUse(files: Content['files'], quiz: Located<Quiz>, at: Path, { words, file }: MediaUse): readonly Fault[] {
  const sound = isSoundFile(file);
  const what = sound ? 'suara' : 'gambar';
  const faults: Fault[] = [];
  if (!files.includes(`content/courses/${quiz.value.course}/${file}`)) {
    const message = `${what} "${file}" tidak ada di folder kursus ini. Taruh berkasnya di sana, atau perbaiki namanya.`;
    faults.push(faultAt(quiz, at, `${what}-tidak-ada`, message));
  } else if (!sound && !/\.(?:png|jpg|gif|webp)$/.test(file)) {
    const message = `"${file}" tidak bisa tampil di soal. Gambar soal berupa PNG, JPG, GIF, atau WebP; suara berupa MP3.`;
    faults.push(faultAt(quiz, at, 'media-salah-jenis', message));
  }
  if (words.trim() !== '' && words.trim() !== missingAlt) return faults;
  if (sound) {
    const message = `suara "${file}" belum punya judul. Tulis apa yang terdengar: ![Dengarkan percakapan](${file}).`;
    return [...faults, faultAt(quiz, at, 'suara-soal-tanpa-judul', message)];
  }
  const message = `gambar "${file}" belum punya penjelasan. Tulis apa yang terlihat: ![penjelasan](${file}).`;
  const fault = faultAt(quiz, at, 'gambar-soal-tanpa-alt', message);
  return [...faults, words.trim() === missingAlt ? warning(fault) : fault];
}

function misplaced(quiz: Located<Quiz>, path: Path, file: string): Fault {
  const message = `"${file}" tidak bisa tampil di sini. Gambar dan suara hanya untuk pertanyaan, cerita, pilihan, dan kalimat isian.`;
  return faultAt(quiz, path, 'media-salah-tempat', message);
}
