import type { Catalogue } from '#domain/course/catalogue.ts';
import type { Course, Lesson } from '#domain/course/course.ts';
import type { Question } from '#domain/question/question.ts';
import type { Quiz } from '#domain/quiz/quiz.ts';

const reviewed = { on: '2026-11-24', next: '2027-05-24' } as const;

/** Ten questions of four kinds; the right choice of a `single` is always `b`. */
export const sampleQuestions: readonly Question[] = Array.from({ length: 10 }, (_, at) => makeQuestion(at));

/** A practice without limits, over the first four questions. */
export const samplePractice: Quiz = {
  course: 'up-202',
  id: 'biaya',
  title: 'Latihan: biaya',
  mode: 'practice',
  pass: 0.7,
  shuffle: true,
  questions: sampleQuestions.slice(0, 4),
};

/** Six of ten questions, two attempts without a pause between them. */
export const sampleAssessment: Quiz = {
  course: 'up-202',
  id: 'ujian-akhir',
  title: 'Ujian akhir',
  mode: 'assessment',
  pass: 0.75,
  draw: 6,
  attempts: 2,
  waitMinutes: 0,
  shuffle: true,
  questions: sampleQuestions,
};

const sampleCourse: Course = {
  id: 'up-202',
  code: 'UP-202',
  title: 'Menghitung HPP',
  summary: 'Contoh.',
  pillar: 'usaha-produktif',
  audience: ['purna'],
  outcomes: ['Menghitung HPP'],
  lessons: ['biaya', 'harga'],
  assessment: 'ujian-akhir',
  completion: { lessons: 'all', gradeRatio: 0.75 },
  sources: [],
  reviewed,
};

export const sampleEditions = {
  practice: 'aaaaaaaaaaaaaaa1',
  assessment: 'aaaaaaaaaaaaaaa2',
  lesson: 'aaaaaaaaaaaaaaa3',
} as const;

/** One course with two lessons, a practice and an assessment; two houses. */
export const sampleCatalogue: Catalogue = {
  houses: ['kuripan', 'tracap'].map((id) => ({
    id,
    name: id,
    village: id,
    district: 'Watumalang',
    regency: 'Wonosobo',
  })),
  courses: [sampleCourse],
  lessons: sampleCourse.lessons.map((id) => ({ lesson: makeLesson(id), edition: sampleEditions.lesson })),
  quizzes: [
    { quiz: samplePractice, edition: sampleEditions.practice },
    { quiz: sampleAssessment, edition: sampleEditions.assessment },
  ],
};

function makeLesson(id: string): Lesson {
  return { id, course: 'up-202', title: id, summary: 'Contoh.', minutes: 10, sources: [], reviewed };
}

function makeQuestion(at: number): Question {
  const base = { id: `q${at}`, prompt: `Soal ${at}`, rationale: `Pembahasan ${at}`, points: 1 };
  const choices = ['a', 'b', 'c'].map((id) => ({ id, text: `Pilihan ${id}` }));
  if (at % 4 === 0) return { ...base, kind: 'single', choices, key: 'b' };
  if (at % 4 === 1) return { ...base, kind: 'multiple', choices, key: ['a', 'c'] };
  if (at % 4 === 2) return { ...base, kind: 'true-false', key: true };
  return { ...base, kind: 'number', unit: 'Rp', key: 12_780, tolerance: 50 };
}
