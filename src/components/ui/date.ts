import { localOffsetMs } from '#domain/local-date.ts';

const months = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
];

/** `2026-11-24`, `2025-12` or `2025` as people write it: "24 November 2026", "Desember 2025", "2025". */
export function formatDate(date: string): string {
  const [year, month, day] = date.split('-');
  const name = month && months[Number(month) - 1];
  return [day && String(Number(day)), name, year].filter(Boolean).join(' ');
}

/** An instant (milliseconds since 1970) in Western Indonesia: "24 November 2026 pukul 14.30". */
export function formatInstant(at: number): string {
  const local = new Date(at + localOffsetMs).toISOString();
  return `${formatDate(local.slice(0, 10))} pukul ${local.slice(11, 16).replace(':', '.')}`;
}
