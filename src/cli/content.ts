import { readContent } from '#content/read.ts';
import { suggest } from '#domain/lint/nearest.ts';
import { acceptableFaults, isAcceptable } from '#domain/lint/quiz-fault-names.ts';

// `npm run content`: checks `content/` alone and speaks to authors, so in Indonesian. `-- explain NAME` tells why a fault is one.

const [act, wanted = ''] = process.argv.slice(2);
if (act === 'explain') explain(wanted);
else await check();

function explain(name: string): void {
  const names = Object.keys(acceptableFaults);
  if (isAcceptable(name)) {
    console.log(`${name}: ${acceptableFaults[name]}`);
    console.log(`Bila Anda tetap yakin: accept: [${name}] # alasannya`);
    return;
  }
  console.error(`Tidak ada penjelasan untuk "${name}".${suggest(name, names)} Yang ada: ${names.join(', ')}.`);
  process.exitCode = 1;
}

async function check(): Promise<void> {
  const { content, faults } = await readContent(process.cwd());
  for (const { file, line, column, name, message, severity } of faults) {
    const remark = severity === 'warning' ? ' (peringatan)' : '';
    console.log(`${file}:${line}:${column}  ${name}${remark}: ${message}`);
  }
  const errors = faults.filter(({ severity }) => severity === 'error').length;
  const { courses, lessons, quizzes } = content;
  console.log(
    `${courses.length} kursus, ${lessons.length} pelajaran, ${quizzes.length} kuis diperiksa: ` +
      (errors === 0 ? 'tidak ada kesalahan' : `${errors} kesalahan harus diperbaiki`) +
      `, ${faults.length - errors} peringatan.`,
  );
  if (errors > 0) process.exitCode = 1;
}
