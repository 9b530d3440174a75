import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BankEntry, BankFile, Picture } from './entry.ts';
import { quizFile } from '#domain/content-path.ts';
import type { Fault } from '#domain/lint/fault.ts';
import { type Fitting, fitEntries } from '#content/exchange/quiz/fit.ts';
import { findTarget, type Target } from '#content/exchange/quiz/target.ts';
import { todayOn } from '#domain/local-date.ts';
import { type BankFormat, readBank } from './read-file.ts';

/** What became of one thing in the file. */
export interface Outcome {
  readonly line: number;
  readonly name: string;
  readonly outcome: 'read' | 'changed' | 'refused' | 'skipped';
  /** The id in the quiz, when it was taken. */
  readonly id?: string;
  /** Indonesian: what was changed, or why it was not taken. */
  readonly notes: readonly string[];
}

/** What an import would do; nothing is written yet. */
export interface ImportPlan {
  readonly format: BankFormat;
  readonly outcomes: readonly Outcome[];
  /** Indonesian: why nothing can be taken at all. */
  readonly problem?: { readonly line?: number; readonly message: string };
  /** What is wrong with the quiz as a whole, and may be accepted by its author. */
  readonly remarks: readonly Fault[];
  readonly file: string;
  /** The quiz file as it would be; absent when no question is taken. */
  readonly text?: string;
  readonly pictures: readonly Picture[];
}

interface Asked {
  /** The project's root. */
  readonly root: string;
  readonly bytes: Uint8Array;
  /** Name of the question file. */
  readonly name: string;
  readonly format?: BankFormat;
  readonly course: string;
  readonly quiz: string;
  /** Makes the quiz, a practice, with this title where there is none. */
  readonly newTitle?: string;
  readonly todayOn?: string;
}

/** Reads a question file of others and fits it into a quiz: what the checks of content would refuse is not taken. */
export async function planImport({
  root,
  bytes,
  name,
  format,
  course,
  quiz,
  newTitle,
  todayOn: today = todayOn(),
}: Asked): Promise<ImportPlan> {
  const bank = readBank(bytes, name, format);
  const target = 'problem' in bank ? bank : await findTarget({ root, course, quiz, newTitle, todayOn: today });
  return planInto(bank, target, quizFile(course, quiz));
}

/** What a question file that was read would do to a quiz, or why nothing can be done to it. */
export function planInto(
  bank: BankFile & { readonly format: BankFormat },
  target: Target | { readonly problem: string },
  file: string,
): ImportPlan {
  const empty = { format: bank.format, file, remarks: [], pictures: [] };
  if ('problem' in bank) return { ...empty, outcomes: [], problem: { line: bank.line, message: bank.problem } };
  if ('problem' in target) return { ...empty, outcomes: [], problem: { message: target.problem } };
  const fitting = fitEntries(bank.entries, target);
  const { taken, text, problem, remarks } = fitting;
  return {
    ...empty,
    outcomes: outcomesOf(bank.entries, fitting),
    remarks,
    ...(problem !== undefined && { problem: { message: problem } }),
    ...(text !== undefined && { text, pictures: taken.flatMap(({ files }) => files) }),
  };
}

/** Writes what was planned: pictures first, then the quiz file in one step; on failure nothing of it stays. */
export async function writeImport(root: string, { file, text, pictures }: ImportPlan): Promise<void> {
  if (text === undefined) return;
  const folder = dirname(join(root, file));
  const written: string[] = [];
  const aside = await mkdtemp(join(root, '.import-'));
  try {
    for (const { name, bytes } of pictures) {
      await writeFile(join(folder, name), bytes, { flag: 'wx' });
      written.push(join(folder, name));
    }
    await writeFile(join(aside, 'quiz.yaml'), text, { flush: true });
    await rename(join(aside, 'quiz.yaml'), join(root, file));
  } catch (error) {
    for (const path of written) await rm(path, { force: true });
    throw error;
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

function outcomesOf(entries: readonly BankEntry[], { taken, refusals }: Fitting): readonly Outcome[] {
  return entries.map((entry, at): Outcome => {
    const { line, name } = entry;
    if ('skipped' in entry) return { line, name, outcome: 'skipped', notes: [entry.skipped] };
    if ('refused' in entry) return { line, name, outcome: 'refused', notes: [entry.refused] };
    const own = taken.find(({ entries: places }) => places.includes(at));
    if (own === undefined) return { line, name, outcome: 'refused', notes: refusals.get(at) ?? [] };
    const notes = [...new Set([...entry.changes, ...own.changes])];
    return { line, name, outcome: notes.length === 0 ? 'read' : 'changed', id: own.question.id, notes };
  });
}
