import { askedTexts } from '#domain/question/authored.ts';
import type { Path } from '#domain/question/authored-kind.ts';
import { expandCases } from '#domain/question/case.ts';
import type { SingleQuestion } from '#domain/question/kinds/single.ts';
import type { Question } from '#domain/question/question.ts';
import { meaningOf } from '#domain/question/sameness.ts';
import type { SimpleQuestion } from '#domain/question/simple.ts';
import { usualAssessment } from '#domain/quiz/attempt-rules.ts';
import type { Quiz } from '#domain/quiz/quiz.ts';
import type { Content } from '#domain/lint/content.ts';
import { type Fault, faultAt, type Located, warning } from '#domain/lint/fault.ts';
import { likenessOf, wordsOf } from './likeness.ts';
import { type LocatedQuestion, locateQuestions } from './questions.ts';

/** What import writes where a question came without an explanation. */
export const missingRationale = 'Pembahasan belum ditulis.';

/** From this many questions of a kind on, a pattern is no chance any more. */
const fewestForPattern = 3;

/** Habits of writing that let participants guess, and what makes a fair quiz unfair. Each fault can be accepted by name. */
export function lintQuizQuality(content: Content): readonly Fault[] {
  return [
    ...content.quizzes.flatMap((quiz) => [
      ...lintLongest(quiz),
      ...lintPlaces(quiz),
      ...lintTrueFalse(quiz),
      ...lintAttempts(content, quiz),
      ...locateQuestions(quiz.value).flatMap(({ question, path, read, source }) => [
        ...lintAllRight(quiz, question, path),
        ...lintTolerance(quiz, question, path),
        ...lintRationale(quiz, question, path),
        ...lintSource(content, quiz, { question, path, read, source }),
      ]),
    ]),
    ...lintLikeness(content.quizzes),
  ];
}

const allRight = [
  /^(?:semua|seluruh)(?:nya)?(?: (?:jawaban|pilihan|pernyataan))?(?: (?:di ?atas|itu|ini|tersebut))?(?: (?:adalah )?(?:benar|betul|tepat|salah|keliru))?$/,
  /^(?:ke)?dua(?:nya|-duanya| jawaban)(?: (?:itu|ini|di ?atas))? (?:benar|betul|tepat|salah)$/,
  /^tidak ada(?: (?:jawaban|pilihan))?(?: (?:yang|satu pun))* (?:benar|betul|tepat|di ?atas)$/,
  /^(?:jawaban )?[a-f](?: [a-f])*(?: dan [a-f])(?: (?:benar|betul|tepat|salah))?$/,
  /^(?:all|none|both|neither)(?: of)?(?: the)? above$/,
];

function lintAllRight(quiz: Located<Quiz>, question: SimpleQuestion, path: Path): readonly Fault[] {
  if (!quiz.value.shuffle || (question.kind !== 'single' && question.kind !== 'multiple')) return [];
  return question.choices.flatMap(({ text, fixed }, at) => {
    if (fixed || !allRight.some((pattern) => pattern.test(wordsOf(text).join(' ')))) return [];
    const message = `pilihan "${text}" menunjuk pilihan lain, padahal pilihan diacak. Tulis fixed: true, atau pakai kind: multiple.`;
    return faultAt(quiz, [...path, 'choices', at], 'semua-jawaban-benar', message);
  });
}

/** The right choice is longer than every other by a tenth, in more than six of ten questions. */
function lintLongest(quiz: Located<Quiz>): readonly Fault[] {
  const singles = singleQuestions(quiz.value);
  const telling = singles.filter(({ choices, key }) => {
    const right = choices.find(({ id }) => id === key)?.text.length ?? 0;
    return choices.every(({ id, text }) => id === key || text.length * 1.1 < right);
  });
  if (singles.length < fewestForPattern || telling.length <= singles.length * 0.6) return [];
  const names = telling.map(({ id }) => id).join(', ');
  const message = `jawaban benar paling panjang di ${telling.length} dari ${singles.length} soal (${names}). Samakan panjang pilihannya.`;
  return [faultAt(quiz, ['questions'], 'pilihan-terpanjang-selalu-benar', message)];
}

function lintPlaces(quiz: Located<Quiz>): readonly Fault[] {
  if (quiz.value.shuffle) return [];
  const singles = singleQuestions(quiz.value);
  const places = new Set(singles.map(({ choices, key }) => choices.findIndex(({ id }) => id === key)));
  if (singles.length < fewestForPattern || places.size > 1) return [];
  const message = `jawaban benar selalu pilihan ke-${Number([...places][0]) + 1}. Ubah urutannya, atau tulis shuffle: true.`;
  return [faultAt(quiz, ['questions'], 'kunci-selalu-di-tempat-sama', message)];
}

/** Shuffling does not help where every statement is true, or every one false. */
function lintTrueFalse(quiz: Located<Quiz>): readonly Fault[] {
  const keys = expandCases(quiz.value.questions).flatMap((it) => (it.kind === 'true-false' ? it.key : []));
  if (keys.length <= fewestForPattern || new Set(keys).size > 1) return [];
  const message = `${keys.length} pernyataan benar–salah semuanya ${keys[0] ? 'benar' : 'salah'}. Balikkan beberapa di antaranya.`;
  return [faultAt(quiz, ['questions'], 'kunci-selalu-di-tempat-sama', message)];
}

function lintAttempts({ courses }: Content, quiz: Located<Quiz>): readonly Fault[] {
  const { attempts, course, id, mode } = quiz.value;
  const isNeeded = courses.some(({ value }) => value.id === course && value.assessment === id);
  if (attempts === undefined || attempts >= usualAssessment.attempts || mode !== 'assessment' || !isNeeded) return [];
  const message = `sesudah ${attempts} kali tidak lulus, percobaan berikutnya baru dihitung bila pelatih menerimanya. Hapus attempts (${usualAssessment.attempts} bila tidak ditulis), atau terima dengan alasan.`;
  return [faultAt(quiz, ['attempts'], 'batas-percobaan-tanpa-jalan-keluar', message)];
}

function lintTolerance(quiz: Located<Quiz>, question: SimpleQuestion, path: Path): readonly Fault[] {
  if (question.kind !== 'number' || question.tolerance > 0) return [];
  const isRounded = /≈|±|\bdibulatkan\b(?! ke (?:atas|bawah))|\bkira-kira\b/i.test(question.rationale);
  if (Number.isInteger(question.key) && !isRounded) return [];
  const message = `jawaban ${question.key} hasil hitungan yang berkoma atau dibulatkan, tetapi tolerance: 0. Isi selisih yang masih benar.`;
  return [faultAt(quiz, [...path, 'tolerance'], 'toleransi-nol', message)];
}

function lintRationale(quiz: Located<Quiz>, question: SimpleQuestion, path: Path): readonly Fault[] {
  if (question.rationale.trim() !== missingRationale) return [];
  const message = 'pembahasan belum ditulis. Jelaskan mengapa jawabannya benar.';
  return [warning(faultAt(quiz, [...path, 'rationale'], 'pembahasan-belum-ditulis', message))];
}

/** A claim without its fact, where the lesson rests on facts from outside. Numbers are worked out, not claimed. */
function lintSource(
  content: Content,
  quiz: Located<Quiz>,
  { question, path, read, source }: LocatedQuestion,
): readonly Fault[] {
  if (source !== undefined || question.kind === 'number' || content.facts === undefined) return [];
  const facts = sourcesFor(content, quiz.value, read).filter((id) =>
    content.facts?.value.some((fact) => fact.id === id && !fact.editorial),
  );
  if (facts.length === 0) return [];
  const message = `soal belum menyebut faktanya. Isi source dengan salah satu: ${facts.slice(0, 8).join(', ')}${facts.length > 8 ? ', …' : ''}.`;
  return [warning(faultAt(quiz, path, 'soal-tanpa-sumber', message))];
}

/** Facts of the lesson that the question belongs to; of the course for an assessment that names no lesson. */
function sourcesFor({ lessons, courses }: Content, quiz: Quiz, read: string | undefined): readonly string[] {
  const lesson = read ?? (quiz.mode === 'practice' ? quiz.id : undefined);
  const found = lessons.find(({ value }) => value.course === quiz.course && value.id === lesson);
  if (lesson !== undefined) return found?.value.sources ?? [];
  return courses.find(({ value }) => value.id === quiz.course)?.value.sources ?? [];
}

/** A question, or the story of a case, in an assessment in nearly the words and numbers of a practice of its course. */
function lintLikeness(quizzes: readonly Located<Quiz>[]): readonly Fault[] {
  return quizzes
    .filter(({ value }) => value.mode === 'assessment')
    .flatMap((quiz) => {
      const practised = quizzes
        .filter(({ value }) => value.mode === 'practice' && value.course === quiz.value.course)
        .flatMap(({ file, value }) => value.questions.map((question) => ({ ...compared(question), file })));
      return quiz.value.questions.flatMap((question, at) => {
        const { words, meaning } = compared(question);
        const like = practised.find((it) => likenessOf(it.words, words) >= 0.8);
        // The very same is a fault of its own.
        if (like === undefined || like.meaning === meaning) return [];
        const message = `soal ini hampir sama dengan soal latihan di ${like.file}, yang kuncinya sudah terlihat. Ganti cerita dan angkanya.`;
        return faultAt(quiz, ['questions', at], 'soal-mirip-latihan', message);
      });
    });
}

/** What a question tells before anybody answers, as it is compared. */
function compared(question: Question): { readonly words: readonly string[]; readonly meaning: string } {
  const told = question.kind === 'case' ? question.story : askedTexts(question).join(' ');
  return { words: wordsOf(told), meaning: meaningOf(told) };
}

function singleQuestions({ questions }: Quiz): readonly SingleQuestion[] {
  return expandCases(questions).filter((question): question is SingleQuestion => question.kind === 'single');
}
