import { recordLimits } from '#domain/learning/record.ts';
import { subQuestionId } from '#domain/question/case.ts';
import type { MultipleQuestion } from '#domain/question/multiple.ts';
import type { SingleQuestion } from '#domain/question/single.ts';
import type { SimpleQuestion } from '#domain/question/question.ts';
import type { Quiz } from '#domain/quiz/quiz.ts';
import { lintCloze } from './cloze.ts';
import { type Fault, faultAt, type Located, warning } from '#domain/lint/fault.ts';
import { lintAccepted, lintItems, lintText, lintWordCount, type Path } from './question-text.ts';
import { suggest } from '#domain/lint/nearest.ts';

/** A question as it stands in a file; a sub-question knows its case. */
export interface LocatedQuestion {
  readonly question: SimpleQuestion;
  readonly path: Path;
  readonly caseId?: string;
}

/** Every question of a quiz with its place, sub-questions after each other. */
export function locateQuestions({ questions }: Quiz): readonly LocatedQuestion[] {
  return questions.flatMap((question, at): readonly LocatedQuestion[] =>
    question.kind === 'case'
      ? question.questions.map((sub, which) => {
          return { question: sub, path: ['questions', at, 'questions', which], caseId: question.id };
        })
      : [{ question, path: ['questions', at] }],
  );
}

/** Ids, cases and the number of questions. */
export function lintQuestionIds(quiz: Located<Quiz>): readonly Fault[] {
  const { questions } = quiz.value;
  const faults = lintUnique(quiz, ['questions'], questions, 'kuis');
  for (const [at, question] of questions.entries()) {
    if (question.kind !== 'case') continue;
    const path = ['questions', at];
    faults.push(...lintUnique(quiz, [...path, 'questions'], question.questions, 'kasus'));
    faults.push(...lintWordCount(quiz, [...path, 'story'], question.story, 120));
    for (const field of ['story', 'rationale'] as const) {
      faults.push(...lintText(quiz, [...path, field], question[field]));
    }
  }
  const all = locateQuestions(quiz.value);
  const tooLong = all.find(
    ({ question, caseId = '' }) => subQuestionId(caseId, question.id).length > recordLimits.idLength,
  );
  if (tooLong) {
    const message = 'id kasus dan id soalnya bersama-sama terlalu panjang. Ringkas salah satu.';
    faults.push(faultAt(quiz, [...tooLong.path, 'id'], 'id-terlalu-panjang', message));
  }
  const most = quiz.value.draw === undefined ? recordLimits.responses : Number.POSITIVE_INFINITY;
  if (all.length > most) {
    const message = `ada ${all.length} soal, soal kasus ikut dihitung. Paling banyak ${most}; bagi menjadi dua kuis atau pakai "draw".`;
    faults.push(faultAt(quiz, ['questions'], 'soal-terlalu-banyak', message));
  }
  return faults;
}

/** One question by itself. */
export function lintQuestion(quiz: Located<Quiz>, { question, path }: LocatedQuestion): readonly Fault[] {
  const faults = [...lintWordCount(quiz, [...path, 'prompt'], question.prompt, 60)];
  for (const field of ['prompt', 'rationale', 'hint'] as const) {
    faults.push(...lintText(quiz, [...path, field], question[field] ?? ''));
  }
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return [...faults, ...lintChoices(quiz, question, path)];
    case 'short-text':
      return [...faults, ...lintAccepted(quiz, [...path, 'accepted'], question.accepted)];
    case 'order':
      return [
        ...faults,
        ...lintItems(quiz, question.items, (at) => [...path, 'items', at]),
        ...lintOrderIds(quiz, question.items, path),
      ];
    case 'match':
      return [...faults, ...lintPairs(quiz, question, path)];
    case 'cloze':
      return [...faults, ...lintCloze(quiz, question, path)];
    default:
      return faults;
  }
}

function lintUnique(
  quiz: Located<Quiz>,
  path: Path,
  questions: readonly { readonly id: string }[],
  where: string,
): Fault[] {
  const ids = questions.map(({ id }) => id);
  return ids.flatMap((id, at) => {
    if (ids.indexOf(id) === at) return [];
    const message = `id "${id}" sudah dipakai soal lain di ${where} ini. Pilih id lain.`;
    return [faultAt(quiz, [...path, at, 'id'], 'id-soal-ganda', message)];
  });
}

function lintChoices(quiz: Located<Quiz>, question: SingleQuestion | MultipleQuestion, path: Path): readonly Fault[] {
  const faults = [...lintItems(quiz, question.choices, (at) => [...path, 'choices', at])];
  const ids = question.choices.map(({ id }) => id);
  for (const [at, { feedback }] of question.choices.entries()) {
    if (feedback === undefined) continue;
    const place = [...path, 'choices', at, 'feedback'];
    faults.push(...lintText(quiz, place, feedback));
    if (quiz.value.mode === 'practice') continue;
    const message = 'feedback hanya tampil di latihan. Hapus, atau pindahkan isinya ke rationale.';
    faults.push(warning(faultAt(quiz, place, 'hanya-untuk-latihan', message)));
  }
  const keys = typeof question.key === 'string' ? [question.key] : question.key;
  for (const [which, key] of keys.entries()) {
    const place = [...path, 'key', which];
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

/** Ids are public: of an assessment they must not tell the order. */
function lintOrderIds(quiz: Located<Quiz>, items: readonly { readonly id: string }[], path: Path): readonly Fault[] {
  const ids = items.map(({ id }) => id);
  const counted = ids.every((id) => /^(?:[a-z]+-?)?\d+$|^[a-z]$/.test(id));
  const sorted = [...ids].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  if (quiz.value.mode === 'practice' || !counted || sorted.join() !== ids.join()) return [];
  const message = `id ${ids.join(', ')} mengungkap urutannya, dan id terlihat di halaman. Pakai kata, misalnya "daftar".`;
  return [warning(faultAt(quiz, [...path, 'items'], 'id-mengungkap-kunci', message))];
}

function lintPairs(
  quiz: Located<Quiz>,
  { pairs, extra }: Extract<SimpleQuestion, { kind: 'match' }>,
  path: Path,
): readonly Fault[] {
  const faults = [
    ...lintItems(
      quiz,
      pairs.map(({ left }) => left),
      (at) => [...path, 'pairs', at, 'left'],
    ),
  ];
  const right = [...pairs.map((pair) => pair.right), ...extra];
  const placeOf = (at: number): Path =>
    at < pairs.length ? [...path, 'pairs', at, 'right'] : [...path, 'extra', at - pairs.length];
  // Two left sides may share a right side: the same id with the same text.
  const isShared = (at: number) =>
    at < pairs.length && right.findIndex(({ id, text }) => id === right[at]?.id && text === right[at]?.text) < at;
  const distinct = right.map((_, at) => at).filter((at) => !isShared(at));
  faults.push(
    ...lintItems(
      quiz,
      distinct.flatMap((at) => right[at] ?? []),
      (at) => placeOf(distinct[at] ?? 0),
    ),
  );
  const told = pairs.findIndex(({ left, right }) => left.id.startsWith(right.id) || right.id.startsWith(left.id));
  if (quiz.value.mode === 'assessment' && told >= 0) {
    const message = `id "${pairs[told]?.left.id}" dan "${pairs[told]?.right.id}" mirip, jadi pasangannya terbaca di halaman. Pakai id lain.`;
    faults.push(warning(faultAt(quiz, placeOf(told), 'id-mengungkap-kunci', message)));
  }
  return faults;
}
