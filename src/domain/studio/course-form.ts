import { audiences, pillars, type Audience, type Pillar } from '#domain/course/course.ts';
import type { Option, PlainField } from '#domain/question/editor/field.ts';

/** What the choices of a new course's form are called. */
export interface CourseWords {
  readonly pillars: Readonly<Record<Pillar, string>>;
  readonly audiences: Readonly<Record<Audience, string>>;
  /** Learning paths that the course can be put on. */
  readonly paths: readonly Option[];
}

/** What is asked of somebody who begins a course: enough for its first lesson and its exam to have a place. */
export function courseFields({
  pillars: pillarWords,
  audiences: audienceWords,
  paths,
}: CourseWords): readonly PlainField[] {
  const whom = audiences.map((value) => ({ value, label: audienceWords[value] }));
  return [
    { control: 'text', name: 'title', label: 'Judul kursus', limit: 100 },
    {
      ...{ control: 'text', name: 'code', label: 'Kode', limit: 6 },
      hint: 'Dua huruf besar, tanda hubung, tiga angka, misalnya UP-207. Kode ini ada di sertifikat dan di alamat kursus, dan tidak bisa diganti lagi.',
    },
    {
      ...{ control: 'text', name: 'summary', label: 'Tentang apa', limit: 200, lines: 2 },
      hint: 'Satu atau dua kalimat.',
    },
    {
      ...{ control: 'pick', name: 'pillar', label: 'Pilar' },
      options: pillars.map((value) => ({ value, label: pillarWords[value] })),
    },
    { control: 'pick', name: 'audience', label: 'Untuk siapa', options: whom },
    { control: 'pick', name: 'audience2', label: 'Juga untuk', options: whom, isOptional: true },
    {
      ...{ control: 'pick', name: 'path', label: 'Jalur belajar', options: paths, isOptional: true },
      hint: 'Pintu di halaman depan yang menuju kursus ini.',
    },
    {
      ...{ control: 'lines', name: 'outcomes', label: 'Yang bisa dilakukan sesudahnya' },
      hint: 'Tiga sampai enam, satu setiap baris, masing-masing mulai dengan kata kerja: Menghitung …',
    },
    { control: 'text', name: 'lesson', label: 'Judul pelajaran pertama', limit: 70 },
  ];
}

/** What is wrong with the fields of a new course, by the name of the control. Indonesian. */
export function findCourseProblems(
  { code, outcomes }: Readonly<Record<string, unknown>>,
  takenCodes: readonly string[],
): ReadonlyMap<string, string> {
  const problems = new Map<string, string>();
  if (!/^[A-Z]{2}-\d{3}$/.test(String(code))) {
    problems.set('code', 'Tulis dua huruf besar, tanda hubung, tiga angka, misalnya UP-207.');
  } else if (takenCodes.includes(String(code))) {
    problems.set('code', 'Kode ini sudah atau pernah dipakai. Pilih kode lain.');
  }
  const lines = Array.isArray(outcomes) ? outcomes.map(String) : [];
  if (lines.length < 3 || lines.length > 6) problems.set('outcomes', 'Tulis tiga sampai enam baris.');
  else if (lines.some((it) => [...it].length > 160)) problems.set('outcomes', 'Satu baris paling banyak 160 huruf.');
  return problems;
}
