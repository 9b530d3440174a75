// Where participants choose their lessons, the seed of an attempt ends in the lessons that were read when it began: "-r" and
// one bit for each lesson that the bank names, in base 36. Phone and server draw from it alike, however much is read later.

/** As many lessons as fit into the bits of a number. */
const most = 52;

/** The seed of an attempt by somebody who has read these of the lessons that the bank names; as it is where they read none. */
export function withRead(seed: string, named: readonly string[], isRead: (lesson: string) => boolean): string {
  const bits = named.slice(0, most).reduce((sum, lesson, at) => sum + (isRead(lesson) ? 2 ** at : 0), 0);
  return bits === 0 ? seed : `${seed}-r${bits.toString(36)}`;
}

/** Those of `named` that a seed says were read, or of anything in the same order; undefined where it says nothing sound. */
export function readGroups<T>(seed: string, named: readonly T[]): readonly T[] | undefined {
  const text = claim.exec(seed)?.[2];
  const bits = text === undefined ? 0 : Number.parseInt(text, 36);
  if (bits === 0 || bits >= 2 ** Math.min(named.length, most)) return undefined;
  return named.filter((_, at) => at < most && Math.floor(bits / 2 ** at) % 2 === 1);
}

/** Whether a seed claims that lessons were read, soundly or not. */
export function claimsRead(seed: string): boolean {
  return claim.test(seed);
}

export function withoutRead(seed: string): string {
  return claim.exec(seed)?.[1] ?? seed;
}

// The second part of a seed may begin with "r" by itself.
const claim = /^([^-]+-[^-]+)-r([0-9a-z]{1,11})$/;
