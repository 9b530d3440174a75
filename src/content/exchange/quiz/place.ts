import type { Question } from '#domain/question/question.ts';
import { signatureOf } from '#domain/question/signature.ts';
import type { SimpleQuestion } from '#domain/question/simple.ts';
import { wordsOf } from '#domain/lint/quiz/likeness.ts';
import type { BankEntry, DraftCase, Picture } from '#content/exchange/entry.ts';
import { readSubName } from '#content/exchange/outgoing.ts';
import { slugOf } from '#content/exchange/slug.ts';

/** A question of a file with the id that it gets in its quiz; a case gathers the entries that belong to it. */
export interface Placed {
  /** Places in the list of entries, one for each sub-question of a case. */
  readonly entries: readonly number[];
  readonly question: Question;
  readonly pictures: readonly Picture[];
  /** Indonesian, about all of it. */
  readonly changes: readonly string[];
}

/** An entry that is asked already, as question `id`; `differs` when key or explanation are others there. */
export interface Known {
  readonly entry: number;
  readonly id: string;
  /** The entry further up that asks the same; absent when the quiz itself does. */
  readonly like?: number;
  readonly differs: boolean;
}

/**
 * Gives ids to what a file holds: the name that it has there, else its first words, never one that is taken. What the quiz
 * (or the file, further up) asks already in the same words is not taken again. `left` are entries that are not looked at.
 */
export function placeEntries(
  existing: readonly Question[],
  entries: readonly BankEntry[],
  left: ReadonlySet<number> = new Set(),
): { readonly placed: readonly Placed[]; readonly known: readonly Known[] } {
  const taken = new Set(existing.map(({ id }) => id));
  const asked = new Map<string, { readonly question: Question; readonly entry?: number }>(
    existing.map((question) => [signatureOf(question), { question }]),
  );
  const placed: Placed[] = [];
  const known: Known[] = [];
  for (const group of groupCases(entries, left)) {
    const id = slugOf(group.name, taken, 'soal');
    const question = named(group, id);
    const same = asked.get(signatureOf(question));
    if (same !== undefined) {
      const differs = withoutIds(same.question) !== withoutIds(question);
      const like = same.entry === undefined ? {} : { like: same.entry };
      known.push(...group.entries.map((entry) => ({ entry, id: same.question.id, ...like, differs })));
      continue;
    }
    taken.add(id);
    asked.set(signatureOf(question), { question, entry: group.entries[0] ?? 0 });
    const renamed = group.wanted !== '' && slugOf(group.wanted, new Set(), 'soal') !== id;
    const changes = renamed ? [`nama "${group.wanted}" sudah dipakai; menjadi "${id}"`] : [];
    placed.push({ entries: group.entries, question, pictures: group.pictures, changes });
  }
  return { placed, known };
}

interface Group {
  /** What the id is made from. */
  readonly name: string;
  /** The name in the file, empty when it has none. */
  readonly wanted: string;
  readonly entries: readonly number[];
  readonly parts: readonly SimpleQuestion[];
  readonly inCase: DraftCase | undefined;
  readonly pictures: readonly Picture[];
}

/** Neighbours of one case come together; everything else stands alone. */
function groupCases(entries: readonly BankEntry[], left: ReadonlySet<number>): readonly Group[] {
  const groups: Group[] = [];
  for (const [at, entry] of entries.entries()) {
    if (!('question' in entry) || left.has(at)) continue;
    const { question, inCase, name, pictures } = entry;
    const before = groups.at(-1);
    const sub = inCase === undefined ? undefined : readSubName(name, inCase.id);
    if (inCase === undefined || sub === undefined) {
      const part = { ...question, id: '' } as SimpleQuestion;
      const words = name === '' ? wordsOf(question.prompt).slice(0, 5).join(' ') : name;
      groups.push({ name: words, wanted: name, entries: [at], parts: [part], inCase: undefined, pictures });
      continue;
    }
    const part = { ...question, id: slugOf(sub, new Set(before?.parts.map(({ id }) => id)), 'soal') } as SimpleQuestion;
    if (before?.inCase !== undefined && before.inCase.id === inCase.id && before.entries.at(-1) === at - 1) {
      groups[groups.length - 1] = {
        ...before,
        entries: [...before.entries, at],
        parts: [...before.parts, part],
        pictures: [...before.pictures, ...pictures],
      };
    } else {
      const { id } = inCase;
      groups.push({
        name: id,
        wanted: id,
        entries: [at],
        parts: [{ ...part, id: slugOf(sub, new Set(), 'soal') }],
        inCase,
        pictures,
      });
    }
  }
  return groups;
}

function named({ parts, inCase }: Group, id: string): Question {
  const [first] = parts;
  if (inCase === undefined) return { ...(first as SimpleQuestion), id };
  const { story, rationale, source, read } = inCase;
  return {
    kind: 'case',
    id,
    story,
    questions: parts,
    rationale,
    ...(source !== undefined && { source }),
    ...(read !== undefined && { read }),
  };
}

/** The whole question but its name and what its author accepts, fields in one order. */
function withoutIds({ id: _id, accept: _accept, ...question }: Question): string {
  return JSON.stringify(question, (_name, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
