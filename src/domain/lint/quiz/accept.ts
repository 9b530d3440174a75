import type { Question } from '#domain/question/question.ts';
import type { SimpleQuestion } from '#domain/question/simple.ts';
import type { Quiz } from '#domain/quiz/quiz.ts';
import { type Fault, faultAt, type Located, type Place, warning } from '#domain/lint/fault.ts';
import { suggest } from '#domain/suggestion.ts';
import { acceptableFaults, isAcceptable } from '#domain/fault/acceptable.ts';

/** One name that an author accepts, and what of the file it speaks for. */
interface Accept {
  readonly name: string;
  readonly quiz: Located<Quiz>;
  readonly path: readonly (string | number)[];
  readonly from: Place;
  /** The first place that it no longer speaks for; the end of the file when absent. */
  readonly to: Place | undefined;
}

/** Leaves out the faults of quizzes that their authors accepted by name; names that are wrong or idle become faults. */
export function applyAccepts(quizzes: readonly Located<Quiz>[], faults: readonly Fault[]): readonly Fault[] {
  const accepts = quizzes.flatMap(listAccepts);
  const kept = faults.filter((fault) => !accepts.some((accept) => isAccepted(accept, fault)));
  return [...kept, ...accepts.flatMap((accept) => lintAccept(accept, faults))];
}

/** The quiz as participants get it: what an author accepted is no part of its edition. */
export function withoutAccepts({ accept: _, ...quiz }: Quiz): Quiz {
  return {
    ...quiz,
    questions: quiz.questions.map((question) => {
      const { accept: _accept, ...rest } = question as Question & { readonly accept?: unknown };
      if (rest.kind !== 'case') return rest;
      return { ...rest, questions: rest.questions.map(({ accept: _own, ...sub }) => sub as SimpleQuestion) };
    }),
  };
}

function listAccepts(quiz: Located<Quiz>): readonly Accept[] {
  const { questions, accept = [] } = quiz.value;
  const spans = questions.flatMap((question, at) => {
    const path = ['questions', at] as const;
    const end = at + 1 < questions.length ? quiz.placeOf(['questions', at + 1]) : undefined;
    const subs = question.kind === 'case' ? question.questions : [];
    return [
      ...toAccepts(quiz, question.accept, path, end),
      ...subs.flatMap((sub, which) => {
        const subEnd = which + 1 < subs.length ? quiz.placeOf([...path, 'questions', which + 1]) : end;
        return toAccepts(quiz, sub.accept, [...path, 'questions', which], subEnd);
      }),
    ];
  });
  const start = { line: 1, column: 1 };
  return [
    ...accept.map((name, which) => ({ name, quiz, path: ['accept', which], from: start, to: undefined })),
    ...spans,
  ];
}

function toAccepts(
  quiz: Located<Quiz>,
  names: readonly string[] = [],
  path: readonly (string | number)[],
  to: Place | undefined,
): readonly Accept[] {
  return names.map((name, which) => ({ name, quiz, path: [...path, 'accept', which], from: quiz.placeOf(path), to }));
}

function isAccepted({ name, quiz, from, to }: Accept, fault: Fault): boolean {
  if (fault.name !== name || fault.file !== quiz.file || !isAcceptable(name)) return false;
  return !isBefore(fault, from) && (to === undefined || isBefore(fault, to));
}

function isBefore(a: Place, b: Place): boolean {
  return a.line < b.line || (a.line === b.line && a.column < b.column);
}

function lintAccept(accept: Accept, faults: readonly Fault[]): readonly Fault[] {
  const { name, quiz, path } = accept;
  if (!isAcceptable(name)) {
    const names = Object.keys(acceptableFaults);
    const message = `"${name}" tidak bisa diterima.${suggest(name, names)} Yang bisa: ${names.join(', ')}.`;
    return [faultAt(quiz, path, 'terima-tidak-dikenal', message)];
  }
  if (faults.some((fault) => isAccepted(accept, fault))) return [];
  const message = `"${name}" diterima di sini, tetapi sudah tidak terjadi. Hapus dari accept.`;
  return [warning(faultAt(quiz, path, 'terima-tanpa-guna', message))];
}
