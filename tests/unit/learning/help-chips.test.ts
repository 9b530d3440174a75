import { expect, it } from 'vitest';
import { reportMessages } from '#messages/report.ts';

it('on the own page silence is said once, with the titles of its courses', () => {
  const inactive = (course: string, days: number) => ({ kind: 'inactive', course, days }) as const;
  const titleOf = (course: string) => course.toUpperCase();
  const failing = { kind: 'failing', course: 'a', title: 'Ujian', attempts: 2 } as const;
  expect(reportMessages.helpReasons([inactive('a', 30), failing, inactive('b', 21)], titleOf)).toEqual([
    'belum lulus Ujian setelah 2 percobaan',
    'tidak ada kegiatan 21 hari: A, B',
  ]);
  const five = ['a', 'b', 'c', 'd', 'e'].map((course) => inactive(course, 14));
  expect(reportMessages.helpReasons(five, titleOf)).toEqual(['tidak ada kegiatan 14 hari: A, B, C, 2 kursus lain']);
  expect(reportMessages.helpReasons([], titleOf)).toEqual([]);
});

it('why somebody needs help is said in few words, silence once, and three quizzes at most', () => {
  const failing = ['Satu', 'Dua', 'Tiga', 'Empat'].map((title) => ({ kind: 'failing', title, attempts: 2 }) as const);
  const silent = [30, 21].map((days) => ({ kind: 'inactive', days }) as const);
  expect(reportMessages.helpChips([...silent, ...failing])).toEqual([
    '2× belum lulus Satu',
    '2× belum lulus Dua',
    '2× belum lulus Tiga',
    'dan 1 lainnya',
    'Diam 21 hari di 2 kursus',
  ]);
  expect(reportMessages.helpChips([{ kind: 'held', title: 'Ujian akhir', attempts: 1 }])).toEqual([
    '1× Ujian akhir menunggu keputusan Anda',
  ]);
});
