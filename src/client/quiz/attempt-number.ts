import { type AttemptOwner, attemptSeed } from '#domain/quiz/draw/attempt-seed.ts';
import { withRead } from '#domain/quiz/draw/read-seed.ts';
import { isMarkedRead } from '#client/learning/read-marks.ts';
import { askOwnFacts, keptFacts, type OwnFacts } from '#client/people/own-facts.ts';
import { keepText, keptText } from '#client/phone/text.ts';

const patienceMs = 1500;

/**
 * The seed of somebody's next attempt at an assessment, by how many there are and, where `lessons` may be chosen, by those of
 * them that they have read: as far as this phone remembers, and as far as the server says within a moment. A phone that
 * cannot ask repeats an earlier draw at worst, and never picks one.
 */
export async function nextSeed(owner: AttemptOwner, lessons: readonly string[]): Promise<string> {
  const { person, course, quiz } = owner;
  if (person === '') return attemptSeed(owner, 0);
  const facts = await askServer();
  // Somebody else may still be signed in as far as the server knows.
  const own = (facts?.viewer?.id === person ? facts : keptFacts(person))?.progress[course];
  const kept = Number(keptText(keyOf(owner)) ?? 0);
  const seed = attemptSeed(owner, Math.max(kept, own?.quizzes[quiz]?.attempts ?? 0));
  const isRead = (lesson: string) => own?.lessonsRead.includes(lesson) || isMarkedRead({ person, course, lesson });
  return withRead(seed, lessons, isRead);
}

/** Remembers that the attempt with this seed is made. */
export function countAttempt(owner: AttemptOwner, seed: string): void {
  if (owner.person !== '') keepText(keyOf(owner), String(Number.parseInt(seed, 10) + 1));
}

function keyOf({ person, course, quiz }: AttemptOwner): string {
  return `percobaan/${person}/${course}/${quiz}`;
}

function askServer(): Promise<OwnFacts | undefined> {
  return Promise.race([
    askOwnFacts(),
    new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), patienceMs)),
  ]);
}
