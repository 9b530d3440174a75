import { hash53 } from '#domain/seeded-order.ts';
import { withoutRead } from './read-seed.ts';

/** Whose attempt at what; `person` is empty while the phone does not know who holds it. */
export interface AttemptOwner {
  readonly person: string;
  readonly course: string;
  readonly quiz: string;
}

/**
 * The seed of somebody's attempt of this number (0 is the first): phone and server reckon it alike, without a word to each
 * other, so that nobody can try seeds until the questions suit. Attempts without a name all have number 0.
 */
export function attemptSeed(owner: AttemptOwner, number: number): string {
  const { person, course, quiz } = owner;
  const at = person === '' ? 0 : number;
  return `${at}-${hash53(`${person}/${course}/${quiz}/${at}`).toString(36)}`;
}

/** The number of the attempt that has this seed by right, whatever was read; undefined when it is nobody's, or somebody else's. */
export function seedNumber(whole: string, owner: AttemptOwner): number | undefined {
  const seed = withoutRead(whole);
  const number = Number(/^(0|[1-9]\d{0,5})-/.exec(seed)?.[1] ?? Number.NaN);
  if (Number.isNaN(number)) return undefined;
  if (seed === attemptSeed(owner, number)) return number;
  return seed === attemptSeed({ ...owner, person: '' }, 0) ? 0 : undefined;
}
