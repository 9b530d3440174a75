import type { Answers } from '#domain/quiz/answers.ts';
import { type QuestionGrade, ratioOf, verdictOf } from '#domain/quiz/grading.ts';
import { reaches } from '#domain/quiz/quiz.ts';
import type { QuizData } from '#domain/quiz/quiz-data.ts';
import { expandCases } from '#domain/question/case.ts';
import { earnedPoints, rightValues, sayTo } from '#domain/question/simple.ts';
import type { Question } from '#domain/question/question.ts';
import type { ReceiptGrade } from '#domain/learning/record.ts';
import { quizMessages } from '#messages/quiz.ts';
import type { QuizFields } from './fields.ts';
import type { Outcome } from '#client/quiz/result/result-card.ts';

/** Grades a practice on the phone, shows what each question earned, and says what all of it comes to. */
export function judgePractice(
  fields: Pick<QuizFields, 'showVerdict'>,
  {
    keys,
    shown,
    pass,
    feedback,
    responses,
  }: Pick<Answers, 'responses'> &
    Pick<QuizData, 'pass' | 'feedback'> & {
      readonly keys: readonly Question[];
      readonly shown: readonly { readonly id: string }[];
    },
): Outcome {
  const byId = new Map(expandCases(keys).map((question) => [question.id, question]));
  const grades = shown.flatMap(({ id }) => {
    const question = byId.get(id);
    if (!question) return [];
    const response = responses.find((it) => it.question === id);
    const grade = { question: id, earned: earnedPoints(question, response?.given), possible: question.points };
    if (feedback === 'never') return [grade];
    fields.showVerdict(id, {
      words: wordsFor(grade, response === undefined, sayTo(question, response?.given)),
      verdict: verdictOf(grade),
      isRight: rightValues(question),
    });
    return [grade];
  });
  const earned = grades.reduce((total, grade) => total + grade.earned, 0);
  const possible = grades.reduce((total, grade) => total + grade.possible, 0);
  const good = reaches(ratioOf(earned, possible), pass);
  const dots = grades.map((grade) => ({ question: grade.question, verdict: verdictOf(grade) }));
  return {
    kind: good ? 'success' : 'info',
    title: quizMessages.practiceGrade(dots.map(({ verdict }) => verdict)),
    lines: [good ? quizMessages.practicePassed : quizMessages.practiceNotPassed],
    dots: feedback === 'never' ? [] : dots,
  };
}

/** Shows the server's grade of an assessment, as far as it tells; `answered` are the ids of the questions with a response. */
export function tellGrade(
  fields: Pick<QuizFields, 'showVerdict'>,
  grade: ReceiptGrade,
  { pass, answered }: { readonly pass: number; readonly answered: ReadonlySet<string> },
): Outcome {
  for (const question of grade.questions) {
    const words = wordsFor(question, !answered.has(question.question));
    fields.showVerdict(question.question, { words, verdict: verdictOf(question) });
  }
  return {
    kind: grade.passed ? 'success' : 'warning',
    title: quizMessages.grade(grade),
    lines: [grade.passed ? quizMessages.passed : quizMessages.notPassed(pass)],
    dots: grade.questions.map((it) => ({ question: it.question, verdict: verdictOf(it) })),
  };
}

/** `said` is what the question has for whoever gave this response. */
function wordsFor(grade: QuestionGrade, unanswered: boolean, said?: string): string {
  const words = unanswered ? quizMessages.unanswered : quizMessages.verdicts[verdictOf(grade)];
  return said === undefined ? words : `${words} ${said}`;
}
