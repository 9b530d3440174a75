import { expect, it } from 'vitest';
import { reportMessages } from '#messages/report.ts';

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
