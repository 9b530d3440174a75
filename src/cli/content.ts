import { readContent } from '#content/read.ts';

// `npm run content`: checks `content/` alone and speaks to authors, so in Indonesian.

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
