import { formatNumber } from '#domain/number.ts';

/** How long a course takes, as people say it: `kira-kira 45 menit`, `kira-kira 3 jam`, `kira-kira 2,5 jam`. */
export function sayDuration(minutes: number): string {
  if (minutes < 60) return `kira-kira ${minutes} menit`;
  return `kira-kira ${formatNumber(Math.round(minutes / 30) / 2)} jam`;
}
