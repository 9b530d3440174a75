import { dirname } from 'node:path';
import type { Content } from '#domain/lint/content.ts';
import type { Fault, Located } from '#domain/lint/fault.ts';
import { lintContent } from '#domain/lint/lint.ts';
import { isAcceptable } from '#domain/fault/acceptable.ts';
import type { Question } from '#domain/question/question.ts';
import type { Quiz } from '#domain/quiz/quiz.ts';
import { canonicalJson } from '#domain/canonical-json.ts';
import type { BankEntry, Picture } from '#content/exchange/entry.ts';
import { parseYaml } from '#content/files/yaml-file.ts';
import { issueFault } from '#content/schema/issue.ts';
import { questionSchema } from '#content/schema/question.ts';
import { quizSchema } from '#content/schema/quiz.ts';
import { placePictures } from './pictures.ts';
import { type Known, type Placed, placeEntries } from './place.ts';
import type { Target } from './target.ts';
import { appendQuestions } from './text.ts';

/** A question that the quiz can carry, with the entries that it was made of. */
export interface Taken {
  readonly entries: readonly number[];
  readonly question: Question;
  readonly files: readonly Picture[];
  /** Indonesian. */
  readonly changes: readonly string[];
}

/** What of a file fits into a quiz. */
export interface Fitting {
  readonly taken: readonly Taken[];
  /** By the place of an entry (Indonesian): why it was not taken. */
  readonly refusals: ReadonlyMap<number, readonly string[]>;
  /** The quiz file as it would be; absent when nothing is taken or there is a problem. */
  readonly text?: string;
  /** Indonesian: why nothing can be taken at all. */
  readonly problem?: string;
  /** Faults of the quiz as a whole that its author may accept. */
  readonly remarks: readonly Fault[];
}

/**
 * Takes as many entries as the quiz can carry. Whatever has a fault of its own is refused, and the rest is placed anew as if it
 * had never been there: its name is free, and a mended copy further down is not taken for the same question.
 */
export function fitEntries(
  entries: readonly BankEntry[],
  target: Target,
  refusals: ReadonlyMap<number, readonly string[]> = new Map(),
): Fitting {
  const again = (more: readonly Refused[]): Fitting => fitEntries(entries, target, joined(refusals, more));
  const { placed, known } = placeEntries(target.quiz.value.questions, entries, new Set(refusals.keys()));

  const { taken, refused } = takeShaped(placed, target);
  if (refused.length > 0) return again(refused);
  const told = joined(
    refusals,
    known.map((it) => tellKnown(it, entries)),
  );
  if (taken.length === 0) return { taken, refusals: told, remarks: [] };

  const text = appendQuestions(
    target.text,
    taken.map(({ question }) => question),
  );
  if (text === undefined) {
    const problem = `daftar questions di ${target.quiz.file} tidak ditulis baris demi baris. Rapikan dulu.`;
    return { taken, refusals: told, problem, remarks: [] };
  }
  const next = readBack(text, target.quiz, taken);
  if ('problem' in next) return { taken, refusals: told, problem: next.problem, remarks: [] };
  const faults = newFaults(target, next, taken);
  const faulty = taken.flatMap((it, at) => {
    const own = faults.filter((fault) => isWithin(next, target.quiz.value.questions.length + at, fault));
    return own.length === 0 ? [] : { entries: it.entries, why: own.map(tellFault) };
  });
  if (faulty.length > 0) return again(faulty);

  const remarks = faults.filter(({ name }) => isAcceptable(name));
  const broken = faults.filter(({ name }) => !isAcceptable(name));
  if (broken.length > 0) {
    const problem = `kuis akan rusak, jadi tidak ada yang ditulis: ${broken.map(tellFault).join(' ')}`;
    return { taken, refusals: told, problem, remarks };
  }
  return { taken, refusals: told, text, remarks };
}

interface Refused {
  readonly entries: readonly number[];
  readonly why: readonly string[];
}

function joined(
  refusals: ReadonlyMap<number, readonly string[]>,
  more: readonly Refused[],
): ReadonlyMap<number, readonly string[]> {
  return new Map([...refusals, ...more.flatMap(({ entries, why }) => entries.map((at) => [at, why] as const))]);
}

function tellKnown({ entry, id, like, differs }: Known, entries: readonly BankEntry[]): Refused {
  const remark = differs ? ', dengan kunci atau pembahasan lain. Ubah di sana bila perlu' : '';
  const where =
    like === undefined
      ? `sudah ada di kuis ini sebagai "${id}"`
      : `sama dengan soal di baris ${entries[like]?.line ?? ''} berkas ini ("${id}")`;
  return { entries: [entry], why: [`${where}${remark}.`] };
}

function tellFault({ name, message }: Fault): string {
  return `${name}: ${message}`;
}

/** With their pictures beside them, as far as the schema of questions allows. */
function takeShaped(
  placed: readonly Placed[],
  { content, quiz }: Target,
): { readonly taken: readonly Taken[]; readonly refused: readonly Refused[] } {
  const folder = dirname(quiz.file);
  const names = new Set(content.files.flatMap((it) => (dirname(it) === folder ? it.slice(folder.length + 1) : [])));
  const taken: Taken[] = [];
  const refused: Refused[] = [];
  for (const { entries, question, pictures, changes } of placed) {
    const located = placePictures(question, pictures, names);
    const problems = 'refused' in located ? [located.refused] : shapeProblems(located.question);
    if ('refused' in located || problems.length > 0) {
      refused.push({ entries, why: problems });
      continue;
    }
    for (const { name } of located.files) names.add(name);
    taken.push({
      entries,
      question: located.question,
      files: located.files,
      changes: [...changes, ...located.changes],
    });
  }
  return { taken, refused };
}

/** What the schema of questions finds, in the authors' words. */
function shapeProblems(question: Question): readonly string[] {
  const parsed = questionSchema.safeParse(question, { reportInput: true });
  return parsed.success ? [] : parsed.error.issues.map(issueFault).map(({ message }) => message);
}

/** The quiz as it is read from its new text. @throws Error when that says something else than was meant: a defect of ours */
function readBack(
  text: string,
  { file, value }: Located<Quiz>,
  taken: readonly Taken[],
): Located<Quiz> | { readonly problem: string } {
  const { located, faults } = parseYaml(quizSchema, { file, text });
  if (located === undefined) {
    return {
      problem: `kuis akan rusak, jadi tidak ada yang ditulis: ${faults[0]?.message ?? ''} Bagi ke beberapa kuis.`,
    };
  }
  const meant = [...value.questions, ...taken.map(({ question }) => question)];
  if (canonicalJson(located.value.questions) !== canonicalJson(meant))
    throw new Error(`The new text of ${file} says something else.`);
  return { ...located, value: { course: value.course, id: value.id, ...located.value } };
}

/** Errors in the quiz that were not there before. */
function newFaults({ content, quiz, todayOn }: Target, next: Located<Quiz>, taken: readonly Taken[]): readonly Fault[] {
  const errors = (it: Content) =>
    lintContent(it, todayOn).filter(({ file, severity }) => file === quiz.file && severity === 'error');
  const before = new Set(errors(content).map(tellFault));
  const folder = dirname(quiz.file);
  const after: Content = {
    ...content,
    quizzes: content.quizzes.map((it) => (it.file === quiz.file ? next : it)),
    files: [...content.files, ...taken.flatMap(({ files }) => files.map(({ name }) => `${folder}/${name}`))],
  };
  return errors(after).filter((fault) => !before.has(tellFault(fault)));
}

function isWithin({ value, placeOf }: Located<Quiz>, at: number, { line, column }: Fault): boolean {
  const from = placeOf(['questions', at]);
  const to = at + 1 < value.questions.length ? placeOf(['questions', at + 1]) : undefined;
  const isAfter = line > from.line || (line === from.line && column >= from.column);
  return isAfter && (to === undefined || line < to.line || (line === to.line && column < to.column));
}
