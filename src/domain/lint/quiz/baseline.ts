import type { Content } from '#domain/lint/content.ts';
import { type Fault, faultAt, type Located } from '#domain/lint/fault.ts';
import { lessonsOf } from '#domain/quiz/draw/drawn.ts';
import { baselineId, type Quiz } from '#domain/quiz/quiz.ts';

/** Each lesson is asked about before the course and once more after it: two forms, no question in both. */
const baselinePerLesson = 2;

/** The bank that asks before and after a course. */
export function lintBaseline({ courses }: Content, quiz: Located<Quiz>): readonly Fault[] {
  const { course: id, mode, draw, questions } = quiz.value;
  const faults: Fault[] = [];
  if (mode !== 'assessment') {
    const message = `bank ${baselineId} menanyakan hal yang sama sebelum dan sesudah kursus, jadi kuncinya tidak boleh ikut halaman. Tulis mode: assessment.`;
    faults.push(faultAt(quiz, ['mode'], 'uji-awal-bermode-latihan', message));
  }
  if (draw !== undefined) {
    const message = `bank ${baselineId} dibagi menjadi dua set soal, bukan diundi. Hapus baris draw.`;
    faults.push(faultAt(quiz, ['draw'], 'uji-awal-diundi', message));
  }
  const lessons = courses.find(({ value }) => value.id === id)?.value.lessons ?? [];
  for (const lesson of lessons) {
    const count = questions.filter((question) => lessonsOf(question).includes(lesson)).length;
    if (count >= baselinePerLesson) continue;
    const message = `pelajaran "${lesson}" baru punya ${count} soal di bank ini. Tulis paling sedikit ${baselinePerLesson} soal dengan read: ${lesson}.`;
    faults.push(faultAt(quiz, ['questions'], 'uji-awal-kurang-soal', message));
  }
  return faults;
}
