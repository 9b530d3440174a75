import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { exportFormats, type ExportFormat, exportQuestions } from '#content/exchange/export.ts';
import { type ImportPlan, type Outcome, planImport, writeImport } from '#content/exchange/import.ts';
import { type BankFormat, bankFormats, bankLimits } from '#content/exchange/read-file.ts';
import { csvTemplate } from '#content/exchange/table/template.ts';

// Questions from and for other systems. Operators are spoken to in English; what is said about a question, in Indonesian.

const usage = `npm run questions -- import FILE --into COURSE/QUIZ [--new "TITLE"] [--format ${bankFormats.join('|')}] [--dry-run]
npm run questions -- export COURSE/QUIZ --as ${exportFormats.join('|')} > FILE
npm run questions -- template > FILE.csv`;

await run();

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      into: { type: 'string' },
      as: { type: 'string' },
      format: { type: 'string' },
      new: { type: 'string' },
      template: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
    },
  });
  const [act = values.template ? 'template' : '', subject = '', ...rest] = positionals;
  if (rest.length > 0) throw new Error(usage);
  if (act === 'template' && subject === '') return void process.stdout.write(csvTemplate());
  if (act === 'import' && subject !== '') return importFile(subject, values);
  if (act === 'export' && subject !== '') return exportQuiz(subject, values.as);
  throw new Error(usage);
}

async function importFile(
  file: string,
  {
    into = '',
    format,
    new: newTitle,
    'dry-run': isDryRun,
  }: { into?: string | undefined; format?: string | undefined; new?: string | undefined; 'dry-run': boolean },
): Promise<void> {
  if (format !== undefined && !isOneOf(bankFormats, format))
    throw new Error(`There is no format "${format}".\n${usage}`);
  const { course, quiz } = readTarget(into);
  const { size } = await stat(file);
  if (size > bankLimits.sizeBytes)
    throw new Error(`${file} is larger than ${bankLimits.sizeBytes / 1024 / 1024} MB. Split it.`);
  const root = process.cwd();
  const wanted: { format?: BankFormat; newTitle?: string } = {
    ...(format !== undefined && { format }),
    ...(newTitle !== undefined && { newTitle }),
  };
  const plan = await planImport({ root, bytes: await readFile(file), name: basename(file), course, quiz, ...wanted });
  report(file, plan);
  if (plan.text === undefined) {
    process.exitCode = 1;
    console.log('Nothing was written.');
  } else if (isDryRun) {
    console.log(`Dry run: nothing was written to ${plan.file}.`);
  } else {
    await writeImport(root, plan);
    console.log(
      `Written to ${plan.file}${plan.pictures.length === 0 ? '' : ` with ${plan.pictures.length} files beside it`}.`,
    );
  }
}

function report(file: string, { format, outcomes, remarks, problem }: ImportPlan): void {
  const words: Readonly<Record<Outcome['outcome'], string>> = {
    read: 'read',
    changed: 'CHANGED',
    refused: 'REFUSED',
    skipped: 'skipped',
  };
  for (const { line, name, outcome, id, notes } of outcomes) {
    const label = [name === '' ? '' : `"${name.slice(0, 60)}"`, id === undefined ? '' : `→ ${id}`]
      .filter((it) => it !== '')
      .join(' ');
    console.log(`${file}:${line}  ${words[outcome]}  ${label}${notes.length === 0 ? '' : `  ${notes.join('; ')}`}`);
  }
  if (problem !== undefined) console.log(`${file}:${problem.line ?? 1}  ${problem.message}`);
  for (const { name, message } of remarks) {
    const accepting = `Bila disengaja, tulis di atas "questions:" accept: [${name}] # alasannya`;
    console.log(`${file}  REMARK  ${name}: ${message} ${accepting}`);
  }
  const count = (wanted: Outcome['outcome']) => outcomes.filter(({ outcome }) => outcome === wanted).length;
  console.log(
    `${format}: ${outcomes.length} found, ${count('read')} read, ${count('changed')} changed, ${count('refused')} refused, ${count('skipped')} skipped.`,
  );
}

async function exportQuiz(subject: string, as = ''): Promise<void> {
  const format = as as ExportFormat;
  if (!isOneOf(exportFormats, as)) throw new Error(usage);
  const { course, quiz } = readTarget(subject);
  const exported = await exportQuestions(process.cwd(), { course, quiz, format });
  if (exported === undefined) throw new Error(`There is no readable quiz ${subject} in content/courses.`);
  process.stdout.write(exported.text);
  for (const { id, kind } of exported.left)
    console.error(`NOT EXPORTED  ${id}: ${as} has no form for this question of the kind ${kind}.`);
}

function readTarget(text: string): { readonly course: string; readonly quiz: string } {
  const [, course, quiz] = /^([a-z0-9-]+)\/([a-z0-9-]+)$/.exec(text) ?? [];
  if (course === undefined || quiz === undefined)
    throw new Error(`Name the quiz as COURSE/QUIZ, such as up-202/ujian-akhir.\n${usage}`);
  return { course, quiz };
}

function isOneOf<T extends string>(all: readonly T[], text: string): text is T {
  return (all as readonly string[]).includes(text);
}
