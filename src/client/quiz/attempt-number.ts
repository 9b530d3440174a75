import { type AttemptOwner, attemptSeed } from '#domain/quiz/attempt-seed.ts';
import { askOwnFacts } from '#client/people/own-facts.ts';
import { keepText, keptText } from '#client/phone/text.ts';

const patienceMs = 1500;

/**
 * The seed of somebody's next attempt at an assessment, by how many there are: as far as this phone remembers, and as far
 * as the server says within a moment. A phone that cannot ask repeats an earlier draw at worst, and never picks one.
 */
export async function nextSeed(owner: AttemptOwner): Promise<string> {
  if (owner.person === '') return attemptSeed(owner, 0);
  const kept = Number(keptText(keyOf(owner)) ?? 0);
  return attemptSeed(owner, Math.max(kept, await askServer(owner)));
}

/** Remembers that the attempt with this seed is made. */
export function countAttempt(owner: AttemptOwner, seed: string): void {
  if (owner.person !== '') keepText(keyOf(owner), String(Number.parseInt(seed, 10) + 1));
}

function keyOf({ person, course, quiz }: AttemptOwner): string {
  return `percobaan/${person}/${course}/${quiz}`;
}

async function askServer({ course, quiz }: AttemptOwner): Promise<number> {
  const facts = await Promise.race([
    askOwnFacts(),
    new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), patienceMs)),
  ]);
  return facts?.progress[course]?.quizzes[quiz]?.attempts ?? 0;
}
