import { courseFile, lessonFile, listCourseFolders, listNames, quizFile } from '#domain/content-path.ts';
import type { Content } from './content.ts';
import { type Course, guideId } from '#domain/course/course.ts';
import { lintFactIds } from './facts.ts';
import { type Fault, faultAt, faultIn, fileStart, type Located } from './fault.ts';
import { suggest } from '#domain/suggestion.ts';

/** Courses against their files, both ways. */
export function lintCourses(content: Content): readonly Fault[] {
  return [
    ...content.courses.flatMap((course) => [
      ...lintLessonList(content, course),
      ...lintAssessment(content, course),
      ...lintCompletion(course),
      ...lintFactIds(content, course, ['sources'], course.value.sources),
    ]),
    ...lintFolders(content),
    ...lintCodes(content.courses),
  ];
}

/** Addresses below a course that are no lessons. */
const reserved: readonly string[] = [guideId, 'kuis', 'ikut'];

function lintLessonList({ files, lessons }: Content, course: Located<Course>): readonly Fault[] {
  const { id, lessons: listed, withdrawn = [] } = course.value;
  const missing = listed.flatMap((lesson, at) => {
    if (listed.indexOf(lesson) !== at) {
      return faultAt(course, ['lessons', at], 'pelajaran-ganda', `"${lesson}" terdaftar dua kali. Hapus salah satu.`);
    }
    if (reserved.includes(lesson)) {
      const message = `"${lesson}" nama halaman lain di situs ini. Pilih nama lain untuk pelajaran.`;
      return faultAt(course, ['lessons', at], 'nama-pelajaran-terpakai', message);
    }
    if (withdrawn.some((it) => it.id === lesson)) {
      const message = `"${lesson}" pernah ditarik. Alamat lama tidak dipakai lagi; pilih nama lain untuk pelajaran.`;
      return faultAt(course, ['lessons', at], 'nama-pelajaran-terpakai', message);
    }
    if (files.includes(lessonFile(id, lesson))) return [];
    const message = `berkas ${lesson}.mdx tidak ada di folder ini.${suggest(lesson, listNames(files, id, '.mdx'))} Buat berkasnya, atau perbaiki namanya.`;
    return faultAt(course, ['lessons', at], 'pelajaran-tidak-ada', message);
  });
  const unlisted = lessons.filter(({ value }) => value.course === id && !listed.includes(value.id));
  return [
    ...missing,
    ...unlisted.map(({ file, value }) => {
      const message = `pelajaran ini belum terdaftar. Tambahkan "${value.id}" ke "lessons" di ${courseFile(id)}.`;
      return faultIn(file, fileStart, 'pelajaran-belum-terdaftar', message);
    }),
  ];
}

function lintAssessment({ files, quizzes }: Content, course: Located<Course>): readonly Fault[] {
  const { id, assessment } = course.value;
  if (!files.includes(quizFile(id, assessment))) {
    const message = `berkas ${assessment}.quiz.yaml tidak ada di folder ini. Buat berkasnya, atau perbaiki namanya.`;
    return [faultAt(course, ['assessment'], 'ujian-tidak-ada', message)];
  }
  const quiz = quizzes.find(({ value }) => value.course === id && value.id === assessment);
  if (quiz === undefined || quiz.value.mode === 'assessment') return [];
  const message = `kuis ini ujian kursus "${id}". Ganti menjadi mode: assessment.`;
  return [faultAt(quiz, ['mode'], 'ujian-bermode-latihan', message)];
}

function lintCompletion(course: Located<Course>): readonly Fault[] {
  const { completion, lessons } = course.value;
  const rule = completion.lessons;
  if (rule === 'all') return [];
  if ('atLeast' in rule) {
    if (rule.atLeast < lessons.length) return [];
    const message = `atLeast: ${rule.atLeast} harus kurang dari ${lessons.length} pelajaran yang ada. Bila semua wajib, tulis all.`;
    return [faultAt(course, ['completion', 'lessons', 'atLeast'], 'pilihan-pelajaran-terlalu-banyak', message)];
  }
  return rule.flatMap((lesson, at) => {
    if (lessons.includes(lesson)) return [];
    const message = `"${lesson}" bukan pelajaran kursus ini.${suggest(lesson, lessons)} Pakai nama dari "lessons".`;
    return faultAt(course, ['completion', 'lessons', at], 'pelajaran-tidak-ada', message);
  });
}

/** Folders without a `course.yaml`. */
function lintFolders({ files }: Content): readonly Fault[] {
  return listCourseFolders(files).flatMap((folder) => {
    const file = courseFile(folder);
    if (files.includes(file)) return [];
    const message = `folder "${folder}" belum punya course.yaml. Salin dari kursus lain, lalu ubah isinya.`;
    return faultIn(file, fileStart, 'kursus-tanpa-keterangan', message);
  });
}

function lintCodes(courses: readonly Located<Course>[]): readonly Fault[] {
  return courses.flatMap((course, at) => {
    const earlier = courses.slice(0, at).find(({ value }) => value.code === course.value.code);
    if (earlier === undefined) return [];
    const message = `kode ${course.value.code} sudah dipakai ${earlier.file}. Pilih kode lain.`;
    return faultAt(course, ['code'], 'kode-kursus-ganda', message);
  });
}
