import type { Figure } from '#domain/statistics/quiz-statistics.ts';

/** Words of the item analysis of a quiz. */
export const statisticsMessages = {
  figure: (figure: Figure, show: (value: number) => string): string => {
    if ('value' in figure) return show(figure.value);
    return figure.problem === 'too_few' ? statisticsMessages.tooFew(figure.participants) : 'nilai semua sama';
  },
  tooFew: (participants: number) => `terlalu sedikit, ${participants} peserta`,
  /** A question's facility in words. */
  facility: (ratio: number): string => (ratio < 0.3 ? 'sulit' : ratio > 0.9 ? 'sangat mudah' : 'sedang'),
  /** What its discrimination tells the trainer. */
  discrimination: (value: number): string =>
    value < 0 ? 'terbalik: periksa kuncinya' : value < 0.2 ? 'lemah: periksa kalimatnya' : 'baik',
  /** What a trainer should know first. */
  hardest: (number: string, right: number, participants: number) =>
    `Soal ${number} paling sulit: ${right} dari ${participants} benar.`,
  allKnown: 'Semua soal dijawab benar oleh semua peserta.',
  whoAnswered: 'Siapa menjawab apa',
  rationale: 'Pembahasan:',
  fact: (id: string) => `fakta ${id}`,
  idle: 'tidak dipilih siapa pun',
  unanswered: 'kosong',
} as const;
