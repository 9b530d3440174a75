import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BankEntry, Picture } from './entry.ts';
import { placeEntries } from '#content/exchange/quiz/place.ts';
import { quizFile } from '#domain/content-path.ts';
import type { Content } from '#domain/lint/content.ts';
import type { Fault, Located } from '#domain/lint/fault.ts';
import { lintContent } from '#domain/lint/lint.ts';
import type { Question } from '#domain/question/question.ts';
import type { Quiz } from '#domain/quiz/quiz.ts';
import { canonicalJson } from '#content/edition.ts';
import { issueFault } from '#content/schema/issue.ts';
import { questionSchema } from '#content/schema/question.ts';
import { todayOn } from '#domain/local-date.ts';
import { readContent, sizeLimits } from '#content/read.ts';
import { quizSchema } from '#content/schema/schema.ts';
import { readText } from '#content/files/text-file.ts';
import { parseYaml } from '#content/files/yaml-file.ts';
import { placePictures } from '#content/exchange/quiz/pictures.ts';
import { appendQuestions } from '#content/exchange/quiz/text.ts';
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
  todayOn: today = todayOn(),
}: Asked): Promise<ImportPlan> {
  const bank = readBank(bytes, name, format);
  const file = quizFile(course, quiz);
  const empty = { format: bank.format, file, pictures: [] };
  if ('problem' in bank) return { ...empty, outcomes: [], problem: { line: bank.line, message: bank.problem } };
  const { content, faults } = await readContent(root, today);
  const target = content.quizzes.find((it) => it.file === file);
  const broken = faults.find((fault) => fault.file === file && fault.severity === 'error');
  const original = await readText(root, file, sizeLimits.yaml);
  if (target === undefined || broken !== undefined || 'faults' in original) {
    const message =
      broken === undefined ? `kuis ${file} tidak ada.` : `${file}:${broken.line} masih salah: ${broken.message}`;
    return { ...empty, outcomes: [], problem: { message } };
  }
  const fitting = fitEntries(bank.entries, { content, target, text: original.text, todayOn: today });
  if ('problem' in fitting) return { ...empty, outcomes: fitting.outcomes, problem: { message: fitting.problem } };
  return { ...empty, ...fitting };
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

interface Target {
  readonly content: Content;
  readonly target: Located<Quiz>;
  readonly text: string;
  readonly todayOn: string;
}

type Fitting =
  | Pick<ImportPlan, 'outcomes' | 'text' | 'pictures'>
  | { readonly outcomes: readonly Outcome[]; readonly problem: string };

interface Candidate {
  readonly entries: readonly number[];
  readonly question: Question;
  readonly files: readonly Picture[];
  readonly changes: readonly string[];
}

/** Takes as many questions as the quiz can carry: those with a fault of their own fall out, one round after the other. */
function fitEntries(entries: readonly BankEntry[], { content, target, text, todayOn }: Target): Fitting {
  const refusals = new Map<number, readonly string[]>();
  const refuse = ({ entries: places }: { readonly entries: readonly number[] }, why: readonly string[]): void => {
    for (const at of places) refusals.set(at, why);
  };
  const { placed, known } = placeEntries(target.value.questions, entries);
  for (const { entry, id, differs } of known) {
    const remark = differs ? ', dengan kunci atau pembahasan lain. Ubah di sana bila perlu' : '';
    refusals.set(entry, [`sudah ada di kuis ini sebagai "${id}"${remark}.`]);
  }

  const folder = dirname(target.file);
  const taken = new Set(content.files.flatMap((it) => (dirname(it) === folder ? it.slice(folder.length + 1) : [])));
  let candidates = placed.flatMap((it): readonly Candidate[] => {
    const located = placePictures(it.question, it.pictures, taken);
    if ('refused' in located) refuse(it, [located.refused]);
    if ('refused' in located) return [];
    for (const { name } of located.files) taken.add(name);
    const problems = shapeProblems(located.question);
    if (problems.length > 0) refuse(it, problems);
    if (problems.length > 0) return [];
    return [{ ...it, ...located, changes: [...it.changes, ...located.changes] }];
  });

  let next: string | undefined;
  let general: readonly Fault[] = [];
  for (;;) {
    if (candidates.length === 0) break;
    next = appendQuestions(
      text,
      candidates.map(({ question }) => question),
    );
    const read = next === undefined ? undefined : readBack(next, target, candidates);
    if (next === undefined || read === undefined) {
      return {
        outcomes: outcomesOf(entries, candidates, refusals),
        problem: `daftar questions di ${target.file} tidak ditulis baris demi baris. Rapikan dulu.`,
      };
    }
    const before = target.value.questions.length;
    const faults = newFaults(
      { content, target, todayOn },
      read,
      candidates.flatMap(({ files }) => files),
    );
    const own = candidates.map((_, at) => faults.filter((fault) => isWithin(read, before + at, fault)));
    const bad = own.findIndex((it) => it.length > 0);
    if (bad === -1) {
      general = faults;
      break;
    }
    candidates = candidates.filter((candidate, at) => {
      const why = own[at] ?? [];
      if (why.length > 0)
        refuse(
          candidate,
          why.map(({ name, message }) => `${name}: ${message}`),
        );
      return why.length === 0;
    });
  }
  const outcomes = outcomesOf(entries, candidates, refusals);
  if (general.length > 0) {
    return {
      outcomes,
      problem: `kuis akan rusak, jadi tidak ada yang ditulis: ${general.map(({ name, message }) => `${name}: ${message}`).join(' ')}`,
    };
  }
  const pictures = candidates.flatMap(({ files }) => files);
  return { outcomes, pictures, ...(candidates.length > 0 && next !== undefined && { text: next }) };
}

/** What the schema of questions finds, in the authors' words. */
function shapeProblems(question: Question): readonly string[] {
  const parsed = questionSchema.safeParse(question, { reportInput: true });
  return parsed.success ? [] : parsed.error.issues.map(issueFault).map(({ message }) => message);
}

/** The quiz as it is read from its new text; a difference to what was meant is a defect of ours. */
function readBack(
  text: string,
  { file, value }: Located<Quiz>,
  candidates: readonly Candidate[],
): Located<Quiz> | undefined {
  const { located, faults } = parseYaml(quizSchema, { file, text });
  if (located === undefined) throw new Error(`The new text of ${file} cannot be read: ${faults[0]?.message ?? ''}`);
  const meant = [...value.questions, ...candidates.map(({ question }) => question)];
  if (canonicalJson(located.value.questions) !== canonicalJson(meant))
    throw new Error(`The new text of ${file} says something else.`);
  return { ...located, value: { course: value.course, id: value.id, ...located.value } };
}

/** Errors in the quiz that were not there before. */
function newFaults(
  { content, target, todayOn }: Omit<Target, 'text'>,
  next: Located<Quiz>,
  pictures: readonly Picture[],
): readonly Fault[] {
  const errors = (it: Content) =>
    lintContent(it, todayOn).filter(({ file, severity }) => file === target.file && severity === 'error');
  const before = new Set(errors(content).map(({ name, message }) => name + message));
  const folder = dirname(target.file);
  const after: Content = {
    ...content,
    quizzes: content.quizzes.map((quiz) => (quiz.file === target.file ? next : quiz)),
    files: [...content.files, ...pictures.map(({ name }) => `${folder}/${name}`)],
  };
  return errors(after).filter(({ name, message }) => !before.has(name + message));
}

function isWithin({ value, placeOf }: Located<Quiz>, at: number, { line, column }: Fault): boolean {
  const from = placeOf(['questions', at]);
  const to = at + 1 < value.questions.length ? placeOf(['questions', at + 1]) : undefined;
  const isAfter = line > from.line || (line === from.line && column >= from.column);
  return isAfter && (to === undefined || line < to.line || (line === to.line && column < to.column));
}

function outcomesOf(
  entries: readonly BankEntry[],
  candidates: readonly Candidate[],
  refusals: ReadonlyMap<number, readonly string[]>,
): readonly Outcome[] {
  return entries.map((entry, at): Outcome => {
    const { line, name } = entry;
    if ('skipped' in entry) return { line, name, outcome: 'skipped', notes: [entry.skipped] };
    if ('refused' in entry) return { line, name, outcome: 'refused', notes: [entry.refused] };
    const candidate = candidates.find(({ entries: places }) => places.includes(at));
    if (candidate === undefined) return { line, name, outcome: 'refused', notes: refusals.get(at) ?? [] };
    const notes = [...new Set([...entry.changes, ...candidate.changes])];
    return { line, name, outcome: notes.length === 0 ? 'read' : 'changed', id: candidate.question.id, notes };
  });
}
