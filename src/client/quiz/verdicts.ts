import type { Answers } from '#domain/quiz/answers.ts';
import { type QuestionGrade, ratioOf } from '#domain/quiz/grading.ts';
import { reaches } from '#domain/quiz/quiz.ts';
import { expandCases } from '#domain/question/case.ts';
import { earnedPoints, sayTo } from '#domain/question/simple.ts';
import type { Question } from '#domain/question/question.ts';
import type { ReceiptGrade } from '#domain/learning/record.ts';
import { quizMessages } from '#messages/quiz.ts';
import type { QuizFields } from './fields.ts';
import type { Told } from './result.ts';

/** Grades a practice on the phone, shows what each question earned, and says what all of it comes to. */
export function judgePractice(
  fields: QuizFields,
  {
    keys,
    shown,
    pass,
    responses,
  }: Pick<Answers, 'responses'> & {
    readonly keys: readonly Question[];
    readonly shown: readonly { readonly id: string }[];
    readonly pass: number;
  },
): Told {
  const byId = new Map(expandCases(keys).map((question) => [question.id, question]));
  let earned = 0;
  let possible = 0;
  for (const { id } of shown) {
    const question = byId.get(id);
    if (!question) continue;
    const response = responses.find((it) => it.question === id);
    const grade = { question: id, earned: earnedPoints(question, response?.given), possible: question.points };
    earned += grade.earned;
    possible += grade.possible;
    showVerdict(fields, grade, response === undefined, sayTo(question, response?.given));
  }
  const ratio = ratioOf(earned, possible);
  const good = reaches(ratio, pass);
  const words = good ? quizMessages.practicePassed : quizMessages.practiceNotPassed;
  return { kind: good ? 'success' : 'info', lines: [quizMessages.grade({ earned, possible, ratio }), words] };
}

/** Shows the server's grade of an assessment, as far as it tells. */
export function tellGrade(fields: QuizFields, grade: ReceiptGrade, pass: number): Told {
  for (const question of grade.questions) showVerdict(fields, question, false);
  const words = grade.passed ? quizMessages.passed : quizMessages.notPassed(pass);
  return { kind: grade.passed ? 'success' : 'warning', lines: [quizMessages.grade(grade), words] };
}

/** `said` is what the question has for whoever gave this response. */
function showVerdict(
  fields: QuizFields,
  { question, earned, possible }: QuestionGrade,
  unanswered: boolean,
  said?: string,
): void {
  const verdict = unanswered ? quizMessages.unanswered : quizMessages.verdict(earned, possible);
  const words = said === undefined ? verdict : `${verdict} ${said}`;
  fields.showVerdict(question, words, earned >= possible ? 'right' : earned > 0 ? 'partly' : 'wrong');
}
