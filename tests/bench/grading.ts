import { performance } from 'node:perf_hooks';
import { brotliCompressSync } from 'node:zlib';
import { readContent } from '#content/read.ts';
import { gradeAttempt } from '#domain/quiz/grading.ts';
import { type CaseQuestion, expandCases } from '#domain/question/case.ts';
import type { Question } from '#domain/question/question.ts';
import { publicQuiz } from '#domain/quiz/public-quiz.ts';
import type { Quiz } from '#domain/quiz/quiz.ts';
import { rightResponse, wrongResponse } from '#domain/question/authored.ts';
import { oneOfEachKind } from '../support/questions.ts';

/** Milliseconds to grade an attempt at 40 questions of every kind out of a bank of 60, right and wrong by turns. */
export function timeGrading(rounds = 2_000): { readonly medianMs: number; readonly p99Ms: number } {
  const bank: readonly Question[] = Array.from({ length: 60 }, (_, at) => makeQuestion(at));
  const quiz: Quiz = {
    ...{ course: 'up-202', id: 'ujian', title: 'Ujian', mode: 'assessment', pass: 0.75, shuffle: true, draw: 40 },
    questions: bank,
  };
  const responses = expandCases(bank).map((question, at) => ({
    question: question.id,
    given: at % 2 === 0 ? rightResponse(question) : wrongResponse(question),
  }));
  const times = Array.from({ length: rounds }, (_, round) => {
    const from = performance.now();
    gradeAttempt(quiz, { seed: String(round), responses });
    return performance.now() - from;
  }).sort((a, b) => a - b);
  return { medianMs: times[Math.floor(rounds / 2)] ?? 0, p99Ms: times[Math.floor(rounds * 0.99)] ?? 0 };
}

/** Bytes of `soal.json` as it travels, for a bank of so many of the real questions. */
export async function weighBank(size: number): Promise<number> {
  const { content } = await readContent(process.cwd());
  const [first] = content.quizzes;
  if (first === undefined) throw new Error('there are no quizzes');
  const questions = content.quizzes.flatMap(({ value }) =>
    value.questions.map((question): Question => ({ ...question, id: `${value.id}-${question.id}` })),
  );
  const quiz = { ...first.value, questions: questions.slice(0, size) };
  return brotliCompressSync(JSON.stringify(publicQuiz({ quiz, edition: '0123456789abcdef' }))).byteLength;
}

function makeQuestion(at: number): Question {
  const simple = oneOfEachKind[at % oneOfEachKind.length];
  if (simple === undefined) throw new Error('there are no kinds');
  if (at % 10 !== 9) return { ...simple, id: `soal-${at}` };
  const kasus: CaseQuestion = {
    ...{ kind: 'case', id: `soal-${at}`, story: 'Cerita', rationale: 'Sebab' },
    questions: oneOfEachKind.slice(0, 3),
  };
  return kasus;
}
