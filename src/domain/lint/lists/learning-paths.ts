import { courseFile, listCourseFolders } from '#domain/content-path.ts';
import type { Content } from '#domain/lint/content.ts';
import { type Fault, faultAt, warning } from '#domain/lint/fault.ts';
import { suggest } from '#domain/suggestion.ts';

/** Every path names courses that there are, each once; every course of participants is on some path, if there are any. */
export function lintLearningPaths({ paths, courses, files }: Content): readonly Fault[] {
  if (paths === undefined || paths.value.length === 0) return [];
  const known = listCourseFolders(files).filter((course) => files.includes(courseFile(course)));
  const wrong = paths.value.flatMap((path, at) =>
    path.courses.flatMap((course, which) => {
      const place = [at, 'courses', which];
      if (path.courses.indexOf(course) !== which) {
        return faultAt(paths, place, 'kursus-ganda', `"${course}" dua kali di jalur ini. Hapus salah satu.`);
      }
      if (known.includes(course)) return [];
      const message = `kursus "${course}" tidak ada: ${courseFile(course)} belum dibuat.${suggest(course, known)} Perbaiki, atau hapus dari jalur ini.`;
      return faultAt(paths, place, 'kursus-tidak-ada', message);
    }),
  );
  const reached = new Set(paths.value.flatMap((path) => path.courses));
  const lost = courses.filter(({ value }) => !reached.has(value.id) && value.audience.some((it) => it !== 'pelatih'));
  return [
    ...wrong,
    ...lost.map((course) => {
      const message = `kursus ini belum ada di jalur mana pun, jadi tidak ada pintu yang menuju ke sini. Tambahkan ke ${paths.file}.`;
      return warning(faultAt(course, [], 'kursus-tanpa-jalur', message));
    }),
  ];
}
