import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { listWaiting } from '#content/published.ts';
import { readContent } from '#content/read.ts';
import { detailReading, summariseReading } from '#content/reading-report.ts';
import { suggest } from '#domain/suggestion.ts';
import { isAcceptable } from '#domain/fault/acceptable.ts';
import { explainedFaults } from '#domain/fault/names.ts';
import { measureCourses } from '#domain/lint/course-reading.ts';
import { releaseMessages } from '#messages/release.ts';
import { writeOver } from '#release/workshop.ts';
import { readEnvironment } from '#server/host/environment.ts';
import { readPublishedFiles } from '#server/studio/publishing/published-files.ts';

// `npm run content`: checks `content/` alone and speaks to authors, so in Indonesian. `-- explain NAME` tells why a fault
// is one, `-- baca [COURSE]` how easily lessons read, `-- export [--as FOLDER]` writes what houses published as files.

const [act, wanted = ''] = process.argv.slice(2);
if (act === 'explain') explain(wanted);
else if (act === 'baca') await read(wanted);
else if (act === 'export') await exportPublished();
else await check();

function explain(name: string): void {
  const reason = explainedFaults.get(name);
  if (reason !== undefined) {
    console.log(`${name}: ${reason}`);
    if (isAcceptable(name)) console.log(`Bila Anda tetap yakin: accept: [${name}] # alasannya`);
    return;
  }
  const names = [...explainedFaults.keys()].sort();
  console.error(`Tidak ada penjelasan untuk "${name}".${suggest(name, names)} Yang ada: ${names.join(', ')}.`);
  process.exitCode = 1;
}

/** Over `content/`, or into another folder under the same paths. */
async function exportPublished(): Promise<void> {
  const { values } = parseArgs({ args: process.argv.slice(3), options: { as: { type: 'string', default: '.' } } });
  const published = await readPublishedFiles(readEnvironment(process.env));
  writeOver(resolve(values.as), published);
  for (const [path, bytes] of published) console.log(bytes === null ? releaseMessages.exportedGone(path) : path);
  console.log(releaseMessages.exported(published.size));
}

async function read(course: string): Promise<void> {
  const courses = measureCourses((await readContent(process.cwd())).content);
  const chosen = course === '' ? courses : courses.filter((it) => it.course === course);
  for (const line of chosen.flatMap(detailReading)) console.log(line);
  if (chosen.length > 0) return;
  const names = courses.map((it) => it.course);
  console.error(`Kursus "${course}" tidak ada.${suggest(course, names)} Yang ada: ${names.join(', ')}.`);
  process.exitCode = 1;
}

async function check(): Promise<void> {
  const { content, faults } = await readContent(process.cwd());
  for (const { file, line, column, name, message, severity } of faults) {
    const remark = severity === 'warning' ? ' (peringatan)' : '';
    console.log(`${file}:${line}:${column}  ${name}${remark}: ${message}`);
  }
  console.log();
  for (const line of summariseReading(measureCourses(content))) console.log(line);
  console.log('Rincian dan daftar kata panjang: npm run content -- baca');
  console.log();
  for (const { code, missing } of listWaiting(content)) console.log(releaseMessages.waiting(code, missing));
  const errors = faults.filter(({ severity }) => severity === 'error').length;
  const { courses, lessons, quizzes } = content;
  console.log(
    `${courses.length} kursus, ${lessons.length} pelajaran, ${quizzes.length} kuis diperiksa: ` +
      (errors === 0 ? 'tidak ada kesalahan' : `${errors} kesalahan harus diperbaiki`) +
      `, ${faults.length - errors} peringatan.`,
  );
  if (errors > 0) process.exitCode = 1;
}
