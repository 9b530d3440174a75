import { Refusal } from '#domain/refusal.ts';

/** Runs work, some at once, the rest in turn. @throws Refusal too_many when too many wait already */
export type Turns = <T>(work: () => Promise<T>) => Promise<T>;

export function openTurns({ atOnce, waiting: most }: { readonly atOnce: number; readonly waiting: number }): Turns {
  let busy = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (busy < atOnce) {
      busy += 1;
    } else {
      if (waiting.length >= most) throw new Refusal('too_many', 'busy', 5);
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) busy -= 1;
      else next();
    }
  };
}
