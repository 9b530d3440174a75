import { adviceOf, formOf, keyParts } from '#domain/question/authored.ts';
import { expandCases } from '#domain/question/case.ts';
import { withoutKey } from '#domain/question/question.ts';
import type { SimpleQuestion } from '#domain/question/simple.ts';
import type { Quiz } from './quiz.ts';

/**
 * What a new edition changes. `content`: something else is asked, or under other rules; what was answered before says nothing
 * about it. `key`: the same is asked, but other responses are right or earn other points. `wording`: neither.
 */
export type ChangeClass = 'content' | 'key' | 'wording';

export interface EditionChange {
  readonly class: ChangeClass;
  /** Ids of questions (cases expanded), then names of the quiz's own fields. */
  readonly where: readonly string[];
}

/** What differs between two editions of a quiz, the gravest class first; empty when nothing does. */
export function findEditionChanges(before: Quiz, after: Quiz): readonly EditionChange[] {
  const [old, now] = [questionsById(before), questionsById(after)];
  const places = new Map<string, ChangeClass>();
  for (const id of new Set([...old.keys(), ...now.keys()])) {
    const [was, is] = [old.get(id), now.get(id)];
    const found = was && is ? classifyQuestion(was, is) : 'content';
    if (found !== undefined) places.set(id, found);
  }
  for (const [field, kind] of Object.entries(quizFields)) {
    const name = field as keyof typeof quizFields;
    if (before[name] !== after[name]) places.set(field, kind);
  }
  if (places.size === 0 && JSON.stringify(before.questions) !== JSON.stringify(after.questions)) {
    places.set('questions', 'wording');
  }
  return (['content', 'key', 'wording'] as const).flatMap((kind) => {
    const where = [...places].filter(([, found]) => found === kind).map(([place]) => place);
    return where.length === 0 ? [] : [{ class: kind, where }];
  });
}

const quizFields = {
  title: 'wording',
  screen: 'wording',
  mode: 'content',
  pass: 'content',
  draw: 'content',
  drawRule: 'content',
  shuffle: 'content',
  attempts: 'content',
  waitMinutes: 'content',
  counts: 'content',
  timeLimitMinutes: 'content',
  feedback: 'content',
} as const satisfies Partial<Record<keyof Quiz, ChangeClass>>;

/**
 * The quiz as its participants saw it, with every key as later editions corrected it, oldest edition first. A question whose
 * content changed on the way keeps the key that it had before: old responses say nothing about what is asked now.
 */
export function correctKeys(seen: Quiz, later: readonly Quiz[]): Quiz {
  const corrected = new Map(
    expandCases(seen.questions).map((question) => [question.id, followKey(question, later)] as const),
  );
  return {
    ...seen,
    questions: seen.questions.map((question) =>
      question.kind === 'case'
        ? {
            ...question,
            questions: question.questions.map((sub) => ({
              ...(corrected.get(`${question.id}/${sub.id}`) ?? sub),
              id: sub.id,
            })),
          }
        : (corrected.get(question.id) ?? question),
    ),
  };
}

function followKey(question: SimpleQuestion, later: readonly Quiz[]): SimpleQuestion {
  let current = question;
  for (const quiz of later) {
    const next = expandCases(quiz.questions).find(({ id }) => id === current.id);
    if (next === undefined || classifyQuestion(current, next) === 'content') return current;
    current = next;
  }
  return current;
}

/**
 * Undefined when the two are the same. A key that changes together with the words it is about is `content`: nobody can know
 * whether the old responses still mean the same.
 */
export function classifyQuestion(before: SimpleQuestion, after: SimpleQuestion): ChangeClass | undefined {
  if (before.kind !== after.kind || !sameForm(before, after)) return 'content';
  const sameWords = readBefore(before) === readBefore(after);
  if (gradedBy(before) !== gradedBy(after)) return sameWords ? 'key' : 'content';
  return sameWords && toldAround(before) === toldAround(after) ? undefined : 'wording';
}

function sameForm(before: SimpleQuestion, after: SimpleQuestion): boolean {
  return JSON.stringify(formOf(before)) === JSON.stringify(formOf(after));
}

/** All that a participant reads before responding. */
function readBefore(question: SimpleQuestion): string {
  return JSON.stringify({ ...withoutKey(question), points: 0 });
}

/** What earns points, and how many. */
function gradedBy(question: SimpleQuestion): string {
  return JSON.stringify([question.points, ...keyParts(question)]);
}

/** What is told around the question: why, a hint, where it comes from, what to read, what a choice is answered with. */
function toldAround(question: SimpleQuestion): string {
  const { rationale, hint, source, read } = question;
  return JSON.stringify([rationale, hint, source, read, adviceOf(question)]);
}

function questionsById({ questions }: Quiz): ReadonlyMap<string, SimpleQuestion> {
  return new Map(expandCases(questions).map((question) => [question.id, question]));
}
