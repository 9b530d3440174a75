import type { Catalogue } from '#domain/course/catalogue.ts';
import type { Course } from '#domain/course/course.ts';
import { dayMs } from '#domain/local-date.ts';
import type { LearningRecord } from '#domain/learning/record.ts';
import type { Viewer } from '#domain/person/person.ts';
import { expandCases } from '#domain/question/case.ts';
import { rightResponse, wrongResponse } from '#domain/question/authored.ts';
import { attemptSeed } from '#domain/quiz/draw/attempt-seed.ts';
import { drawnQuestions } from '#domain/quiz/draw/drawn.ts';
import type { PublishedQuiz } from '#domain/quiz/quiz.ts';
import { makeUuid } from './uuid.ts';

/** How somebody made up learns. */
export interface Habit {
  /** Share of what is right (0–1), and of the lessons that are read. */
  readonly skill: number;
  /** How many records; what the skill leads to when undefined. */
  readonly records: number | undefined;
}

const attemptMs = 20 * 60_000;
/** So much is done in one day. */
const aDay = 8;

/** A lesson that is read, or a try at a quiz; `number` counts the tries at the same quiz, 0 is the first. */
type Step =
  | { readonly kind: 'read'; readonly course: string; readonly lesson: string; readonly edition: string }
  | { readonly kind: 'try'; readonly published: PublishedQuiz; readonly number: number };

/** What somebody made up did, by the day it arrived (milliseconds since 1970), the last day being yesterday. */
export function makeDays(
  catalogue: Catalogue,
  viewer: Viewer,
  habit: Habit,
  now: number,
): readonly { readonly at: number; readonly records: readonly LearningRecord[] }[] {
  const steps = listSteps(catalogue, habit);
  const days = Math.ceil(steps.length / aDay);
  return Array.from({ length: days }, (_, day) => {
    const at = now - (days - day) * dayMs;
    const records = steps
      .slice(day * aDay, (day + 1) * aDay)
      .map((step, place) => makeRecord(step, { viewer, skill: habit.skill, seq: day * aDay + place, at }));
    return { at, records };
  });
}

function listSteps(catalogue: Catalogue, { skill, records }: Habit): readonly Step[] {
  const own = catalogue.courses.flatMap((course) => courseSteps(catalogue, course, skill));
  if (records === undefined || own.length === 0) return own;
  return Array.from({ length: records }, (_, at) => {
    const step = own[at % own.length] as Step;
    // A quiz that is tried once more is tried under the next number.
    return step.kind === 'read'
      ? step
      : { ...step, number: step.number + Math.floor(at / own.length) * triesOf(skill) };
  });
}

/** How often somebody of this skill tries a quiz. */
function triesOf(skill: number): number {
  return skill < 0.5 ? 2 : 1;
}

/** The lessons that somebody of this skill reads, their practices and, near the end, the assessment. */
function courseSteps({ lessons, quizzes }: Catalogue, course: Course, skill: number): readonly Step[] {
  const read = course.lessons.slice(0, Math.ceil(course.lessons.length * skill));
  const tries = (quiz: string) => {
    const published = quizzes.find((it) => it.quiz.course === course.id && it.quiz.id === quiz);
    if (published === undefined) return [];
    return Array.from({ length: triesOf(skill) }, (_, number): Step => ({ kind: 'try', published, number }));
  };
  const reading = read.flatMap((id) => {
    const found = lessons.find(({ lesson }) => lesson.course === course.id && lesson.id === id);
    if (found === undefined) return [];
    const step: Step = { kind: 'read', course: course.id, lesson: id, edition: found.edition };
    return [step, ...tries(id)];
  });
  return skill >= 0.3 ? [...reading, ...tries(course.assessment)] : reading;
}

function makeRecord(
  step: Step,
  {
    viewer,
    skill,
    seq,
    at,
  }: { readonly viewer: Viewer; readonly skill: number; readonly seq: number; readonly at: number },
): LearningRecord {
  // One after the other, and done when the day's records arrive.
  const answeredAt = at - (aDay - (seq % aDay)) * 2 * attemptMs;
  const base = {
    id: makeUuid(answeredAt),
    person: viewer.id,
    device: 'contoh',
    seq,
    answeredAt: new Date(answeredAt).toISOString(),
  };
  if (step.kind === 'read') {
    const { course, lesson, edition } = step;
    return { ...base, kind: 'lesson-read', course, lesson, edition };
  }
  const { quiz, edition } = step.published;
  const seed = attemptSeed({ person: viewer.id, course: quiz.course, quiz: quiz.id }, step.number);
  return {
    ...base,
    kind: 'attempt',
    course: quiz.course,
    quiz: quiz.id,
    edition,
    seed,
    startedAt: new Date(answeredAt - attemptMs).toISOString(),
    responses: answer(step.published, seed, skill),
  };
}

function answer({ quiz }: PublishedQuiz, seed: string, skill: number) {
  const questions = expandCases(drawnQuestions(quiz, seed));
  return questions.flatMap((question, at) => {
    const given = (at + 1) / questions.length <= skill ? rightResponse(question) : wrongResponse(question);
    return given === undefined ? [] : [{ question: question.id, given }];
  });
}
