import type { Choice } from '#domain/question/kind.ts';
import type { Question } from '../question.ts';
import type { Quiz } from '../quiz.ts';
import { type Content, quizFile } from './content.ts';
import { lintFactId } from './facts.ts';
import { type Fault, faultAt, type Located, warning } from './fault.ts';
import { readLink } from './links.ts';
import { suggest } from './nearest.ts';
import { findPhoneNumber } from './phone.ts';

/** Quizzes by themselves, and against each other. */
export function lintQuizzes(content: Content): readonly Fault[] {
  return [
    ...content.quizzes.flatMap((quiz) => [
      ...lintSettings(quiz),
      ...lintUse(content, quiz),
      ...quiz.value.questions.flatMap((question, at) => [
        ...lintQuestion(quiz, question, at),
        ...lintFactId(content, quiz, ['questions', at, 'source'], question.source),
      ]),
    ]),
    ...lintSharedQuestions(content.quizzes),
  ];
}

function lintSettings(quiz: Located<Quiz>): readonly Fault[] {
  const { mode, draw, attempts, questions } = quiz.value;
  const faults: Fault[] = [];
  if (draw !== undefined && draw > questions.length) {
    const message = `draw: ${draw} lebih banyak daripada ${questions.length} soal yang ada. Kurangi, atau tambah soal.`;
    faults.push(faultAt(quiz, ['draw'], 'undian-terlalu-besar', message));
  }
  for (const [field, value] of Object.entries({ draw, attempts })) {
    if (mode === 'assessment' || value === undefined) continue;
    faults.push(faultAt(quiz, [field], 'hanya-untuk-ujian', `"${field}" hanya untuk ujian. Hapus baris ini.`));
  }
  return faults;
}

/** A quiz that no page leads to. */
function lintUse({ courses, lessons, files }: Content, quiz: Located<Quiz>): readonly Fault[] {
  const { course, id, mode } = quiz.value;
  const used =
    mode === 'assessment'
      ? courses.some(({ value }) => value.id === course && value.assessment === id)
      : lessons.some(
          ({ value, body }) =>
            value.course === course && body.components.some((it) => it.attributes.id === id && it.name === 'Quiz'),
        );
  // A lesson of the same name that could not be read may well embed it.
  if (used || files.includes(quizFile(course, id).replace(/\.quiz\.yaml$/, '.mdx'))) return [];
  const message = `kuis ini tidak dipakai di mana pun. Pasang dengan <Quiz id="${id}" />, atau hapus berkasnya.`;
  return [warning(faultAt(quiz, [], 'kuis-tidak-dipakai', message))];
}

function lintQuestion(quiz: Located<Quiz>, question: Question, at: number): readonly Fault[] {
  const path = ['questions', at] as const;
  const faults: Fault[] = [];
  if (quiz.value.questions.findIndex(({ id }) => id === question.id) !== at) {
    const message = `id "${question.id}" sudah dipakai soal lain di kuis ini. Pilih id lain.`;
    faults.push(faultAt(quiz, [...path, 'id'], 'id-soal-ganda', message));
  }
  const words = question.prompt.trim().split(/\s+/).length;
  if (words > 60) {
    const message = `pertanyaan ${words} kata. Ringkas menjadi paling banyak 60 kata.`;
    faults.push(faultAt(quiz, [...path, 'prompt'], 'pertanyaan-terlalu-panjang', message));
  }
  for (const field of ['prompt', 'rationale', 'hint'] as const) {
    faults.push(...lintText(quiz, [...path, field], question[field] ?? ''));
  }
  if ('choices' in question) faults.push(...lintChoices(quiz, question, at));
  return faults;
}

function lintChoices(
  quiz: Located<Quiz>,
  question: Extract<Question, { choices: readonly Choice[] }>,
  at: number,
): readonly Fault[] {
  const path = ['questions', at] as const;
  const ids = question.choices.map(({ id }) => id);
  const texts = question.choices.map(({ text }) => normalise(text));
  const faults: Fault[] = [];
  for (const [which, { id, text }] of question.choices.entries()) {
    const place = [...path, 'choices', which] as const;
    if (ids.indexOf(id) !== which) {
      faults.push(faultAt(quiz, place, 'id-pilihan-ganda', `id pilihan "${id}" dipakai dua kali. Pilih id lain.`));
    }
    if (texts.indexOf(normalise(text)) !== which) {
      faults.push(faultAt(quiz, place, 'pilihan-sama', `pilihan "${text}" muncul dua kali. Ubah salah satu.`));
    }
    faults.push(...lintText(quiz, place, text));
  }
  const keys = typeof question.key === 'string' ? [question.key] : question.key;
  for (const [which, key] of keys.entries()) {
    const place = [...path, 'key', which] as const;
    if (!ids.includes(key)) {
      const message = `kunci "${key}" tidak ada di antara pilihan.${suggest(key, ids)} Pilihannya: ${ids.join(', ')}.`;
      faults.push(faultAt(quiz, place, 'kunci-tidak-ada', message));
    }
    if (keys.indexOf(key) !== which) {
      faults.push(faultAt(quiz, place, 'kunci-ganda', `kunci "${key}" ditulis dua kali. Hapus salah satu.`));
    }
  }
  return faults;
}

/** No phone numbers, no unsafe links; everything else in a question's text is shown as text. */
function lintText(quiz: Located<Quiz>, path: readonly (string | number)[], text: string): readonly Fault[] {
  const phone = findPhoneNumber(text);
  const link = [...text.matchAll(/\]\(\s*<?([^)>]*)/g)].find(
    ([, address = '']) => readLink(address, '/').kind === 'unsafe',
  );
  return [
    ...(phone === undefined
      ? []
      : [faultAt(quiz, path, 'nomor-telepon', `nomor "${phone}" tidak ditulis di soal. Sebut nama layanannya saja.`)]),
    ...(link === undefined
      ? []
      : [
          faultAt(quiz, path, 'tautan-tidak-aman', `tautan "${link[1] ?? ''}" tidak boleh. Pakai https:// atau hapus.`),
        ]),
  ];
}

/** An assessment asks nothing that a practice has shown with its key. */
function lintSharedQuestions(quizzes: readonly Located<Quiz>[]): readonly Fault[] {
  const practised = new Map(
    quizzes
      .filter(({ value }) => value.mode === 'practice')
      .flatMap(({ file, value }) => value.questions.map(({ prompt }) => [normalise(prompt), file] as const)),
  );
  return quizzes
    .filter(({ value }) => value.mode === 'assessment')
    .flatMap((quiz) =>
      quiz.value.questions.flatMap(({ prompt }, at) => {
        const file = practised.get(normalise(prompt));
        if (file === undefined) return [];
        const message = `soal ini juga ada di latihan ${file}, jadi kuncinya sudah terlihat. Tulis soal lain.`;
        return faultAt(quiz, ['questions', at, 'prompt'], 'soal-sama-dengan-latihan', message);
      }),
    );
}

/** The words alone: no case, no marks, no spaces. */
function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%+−-]+/gu, ' ')
    .trim();
}
