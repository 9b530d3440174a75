import type { DraftCase } from './entry.ts';

/**
 * What the formats of others have no place for, written beside a question as a comment: `rumah-belajar {…}`. All of it is
 * optional, none of it is needed to read the question, and whatever is wrong with it is left out.
 */
export interface Extras {
  readonly kind?: string;
  /** Ids of choices, items, left sides or gaps, in the order of the question. */
  readonly ids?: readonly string[];
  /** Ids of right sides, those of the pairs first. */
  readonly rightIds?: readonly string[];
  /** Places (from 0) of the choices that stay last. */
  readonly fixed?: readonly number[];
  /** What to say to whoever picked a choice, in their order; empty for none. */
  readonly feedback?: readonly string[];
  readonly hint?: string;
  readonly source?: string;
  readonly read?: string;
  readonly unit?: string;
  readonly slip?: boolean;
  /** Per gap. */
  readonly slips?: readonly boolean[];
  readonly marking?: 'neighbours' | 'places';
  readonly points?: number;
  /** What of the text before the gaps is the prompt. */
  readonly prompt?: string;
  readonly inCase?: DraftCase;
}

const mark = 'rumah-belajar ';

/** The comment's text; no `--`, so that it may stand in XML, and on one line. */
export function writeExtras(extras: Extras): string {
  return mark + JSON.stringify(extras).replaceAll('-', '\\u002d').replaceAll('<', '\\u003c').replaceAll('>', '\\u003e');
}

/** Reads a comment; nothing when it is none of ours. */
export function readExtras(comment: string): Extras {
  const text = comment.trim();
  if (!text.startsWith(mark)) return {};
  const found = parseObject(text.slice(mark.length));
  if (found === undefined) return {};
  const {
    kind,
    ids,
    rightIds,
    fixed,
    feedback,
    hint,
    source,
    read,
    unit,
    slip,
    slips,
    marking,
    points,
    prompt,
    inCase,
  } = found;
  return {
    ...(typeof kind === 'string' && { kind }),
    ...(isListOf(ids, 'string') && { ids }),
    ...(isListOf(rightIds, 'string') && { rightIds }),
    ...(isListOf(fixed, 'number') && { fixed }),
    ...(isListOf(feedback, 'string') && { feedback }),
    ...(typeof hint === 'string' && { hint }),
    ...(typeof source === 'string' && { source }),
    ...(typeof read === 'string' && { read }),
    ...(typeof unit === 'string' && { unit }),
    ...(typeof slip === 'boolean' && { slip }),
    ...(isListOf(slips, 'boolean') && { slips }),
    ...((marking === 'neighbours' || marking === 'places') && { marking }),
    ...(typeof points === 'number' && { points }),
    ...(typeof prompt === 'string' && { prompt }),
    ...withCase(inCase),
  };
}

/** Whether a question comes back from our own export. */
export function isOwn({ kind }: Extras): boolean {
  return kind !== undefined;
}

/** Takes a case's story off the text; a text that no longer begins with it becomes a question of its own. */
export function splitStory(asked: string, extras: Extras): { readonly story?: string; readonly ownExtras: Extras } {
  const { inCase, ...rest } = extras;
  if (inCase === undefined || !asked.startsWith(inCase.story)) return { ownExtras: rest };
  return { story: asked.slice(inCase.story.length).trim(), ownExtras: extras };
}

function withCase(value: unknown): Pick<Extras, 'inCase'> {
  if (typeof value !== 'object' || value === null) return {};
  const { id, story, rationale, source, read } = value as Readonly<Record<string, unknown>>;
  if (typeof id !== 'string' || typeof story !== 'string' || typeof rationale !== 'string') return {};
  return {
    inCase: {
      id,
      story,
      rationale,
      ...(typeof source === 'string' && { source }),
      ...(typeof read === 'string' && { read }),
    },
  };
}

function parseObject(json: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
}

interface Types {
  readonly string: string;
  readonly number: number;
  readonly boolean: boolean;
}

function isListOf<T extends keyof Types>(value: unknown, type: T): value is readonly Types[T][] {
  return Array.isArray(value) && value.every((it) => typeof it === type);
}
