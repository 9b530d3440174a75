import { recordLimits } from '#domain/learning/record.ts';
import { type Fault, faultAt, type Located, warning } from '#domain/lint/fault.ts';
import { problemsOf, textsOf } from '#domain/question/authored.ts';
import type { Path } from '#domain/question/authored-kind.ts';
import { subQuestionId } from '#domain/question/case.ts';
import type { SimpleQuestion } from '#domain/question/simple.ts';
import type { Quiz } from '#domain/quiz/quiz.ts';
import { lintText, lintWordCount } from './question-text.ts';

/** A question as it stands in a file; a sub-question knows its case. */
export interface LocatedQuestion {
  readonly question: SimpleQuestion;
  readonly path: Path;
  readonly caseId?: string;
  /** Lesson that the question, or its case, says to read again. */
  readonly read: string | undefined;
  /** Fact that the question, or its case, rests on. */
  readonly source: string | undefined;
}

/** Every question of a quiz with its place, sub-questions after each other. */
export function locateQuestions({ questions }: Quiz): readonly LocatedQuestion[] {
  return questions.flatMap((question, at): readonly LocatedQuestion[] => {
    const { read, source } = question;
    if (question.kind !== 'case') return [{ question, path: ['questions', at], read, source }];
    return question.questions.map((sub, which) => ({
      question: sub,
      path: ['questions', at, 'questions', which],
      caseId: question.id,
      read: sub.read ?? read,
      source: sub.source ?? source,
    }));
  });
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
  return [
    ...lintWordCount(quiz, [...path, 'prompt'], question.prompt, 60),
    ...textsOf(question).flatMap((own) => lintText(quiz, [...path, ...own.path], own.text)),
    ...problemsOf(question, quiz.value).map(({ path: own, name, message, isWarning }) => {
      const fault = faultAt(quiz, [...path, ...own], name, message);
      return isWarning ? warning(fault) : fault;
    }),
  ];
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
