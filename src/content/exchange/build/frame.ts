import { missingRationale } from '#domain/lint/quiz/quality.ts';
import type { Built, DraftQuestion } from '#content/exchange/entry.ts';
import type { Extras } from '#content/exchange/extras.ts';

// Question files of others give every answer a percentage; ours have a key. Here one becomes the other, and what is lost is said.

/** One answer of a question file: percent of the points it earns (−100 to 100). */
export interface WeightedAnswer {
  readonly text: string;
  readonly percent: number;
  readonly feedback?: string | undefined;
}

/** What all kinds have in common. */
export interface Frame {
  readonly prompt: string;
  /** General feedback. */
  readonly rationale?: string | undefined;
  readonly extras: Extras;
  readonly points?: number | undefined;
}

/** Fields of every question, in the order in which authors write them. */
export function base({ prompt, extras, points }: Frame, rationale: string) {
  const { hint, source, read } = extras;
  return {
    prompt,
    rationale,
    ...(hint !== undefined && { hint }),
    ...(source !== undefined && { source }),
    ...(read !== undefined && { read }),
    points: extras.points ?? Math.max(1, Math.round(points ?? 1)),
  } satisfies Partial<DraftQuestion>;
}

/** The rationale: general feedback, else what the file says to whoever was right; what else it says is lost. */
export function explain(
  { rationale, points }: Frame,
  right?: string,
  wrong?: string,
): { readonly rationale: string; readonly changes: readonly string[] } {
  const [general = '', own = '', other = ''] = [rationale, right, wrong].map((it) => it?.trim());
  const changes = [
    ...(points !== undefined && points !== Math.round(points) ? ['poin dibulatkan'] : []),
    ...(other !== '' ? ['umpan balik untuk jawaban salah dihapus'] : []),
  ];
  if (general !== '') return { rationale: general, changes };
  if (own !== '') return { rationale: own, changes };
  return { rationale: missingRationale, changes: ['pembahasan belum ada; tulis rationale-nya'] };
}

/** The same with more to tell (Indonesian). */
export function withChanges(built: Built, more: string | readonly string[] | undefined): Built {
  if ('refused' in built || more === undefined) return built;
  return { ...built, changes: [...built.changes, ...(typeof more === 'string' ? [more] : more)] };
}
