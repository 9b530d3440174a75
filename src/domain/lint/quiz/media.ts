import { findMedia, isSoundFile, type MediaUse } from '#domain/question/media.ts';
import type { SimpleQuestion } from '#domain/question/question.ts';
import type { Quiz } from '#domain/quiz/quiz.ts';
import type { Content } from '#domain/lint/content.ts';
import { type Fault, faultAt, type Located, warning } from '#domain/lint/fault.ts';
import type { Path } from './question-text.ts';
import type { LocatedQuestion } from './questions.ts';

/** What import writes where a picture came without a description. */
export const missingAlt = 'Gambar belum dijelaskan';

/** Pictures and sounds of one question: a file that is there, words for it, and a place where it is shown. */
export function lintMedia(
  { files }: Pick<Content, 'files'>,
  quiz: Located<Quiz>,
  { question, path }: LocatedQuestion,
): readonly Fault[] {
  const choices = 'choices' in question ? question.choices : [];
  const { prompt, hint = '', rationale } = question;
  const shown = [
    ...Object.entries({ prompt, hint, rationale }).map(([field, text]) => ({ text, at: [...path, field] })),
    ...choices.map(({ text }, at) => ({ text, at: [...path, 'choices', at] })),
    ...(question.kind === 'cloze' ? [{ text: question.text, at: [...path, 'text'] }] : []),
  ];
  return [
    ...shown.flatMap(({ text, at }) => findMedia(text).flatMap((use) => lintUse(files, quiz, at, use))),
    ...plainTexts(question).flatMap((text) => findMedia(text).map(({ file }) => misplaced(quiz, path, file))),
  ];
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

/** Texts that stand in rows, where neither picture nor sound has room. */
function plainTexts(question: SimpleQuestion): readonly string[] {
  switch (question.kind) {
    case 'order':
      return question.items.map(({ text }) => text);
    case 'match':
      return [...question.pairs.flatMap(({ left, right }) => [left, right]), ...question.extra].map(({ text }) => text);
    default:
      return [];
  }
}

function misplaced(quiz: Located<Quiz>, path: Path, file: string): Fault {
  const message = `"${file}" tidak bisa tampil di sini. Gambar dan suara hanya untuk pertanyaan, cerita, pilihan, dan kalimat isian.`;
  return faultAt(quiz, path, 'media-salah-tempat', message);
}
