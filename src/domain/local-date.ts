/** How far the houses' own time, that of Western Indonesia, is ahead of UTC, in milliseconds. */
export const localOffsetMs = 7 * 3_600_000;

export const dayMs = 86_400_000;

/** The local date of an instant (milliseconds since 1970), `YYYY-MM-DD`. */
export function localDateOf(at: number): string {
  return new Date(at + localOffsetMs).toISOString().slice(0, 10);
}

/** Today's local date, `YYYY-MM-DD`. */
export function todayOn(now = new Date()): string {
  return localDateOf(now.getTime());
}

/** Whether a text is a day that there is, `YYYY-MM-DD`, of this century. */
export function isLocalDate(text: string): boolean {
  const start = /^20\d\d-\d\d-\d\d$/.test(text) ? startOfDay(text) : Number.NaN;
  return !Number.isNaN(start) && localDateOf(start) === text;
}

/** The instant at which a local date begins, in milliseconds since 1970; not a number for a day that there is not. */
export function startOfDay(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) - localOffsetMs;
}

/** `2026-11-24`, `2025-12` or `2025` as people write it: "24 November 2026", "Desember 2025", "2025". */
export function formatDate(date: string): string {
  const [, month, day] = date.split('-');
  return new Date(date).toLocaleDateString('id-ID', {
    ...(day && { day: 'numeric' }),
    ...(month && { month: 'long' }),
    year: 'numeric',
    timeZone: 'UTC',
  });
}

/** `2026-11-24` as people say it: "Selasa, 24 November 2026". */
export function sayDay(date: string): string {
  const weekday = new Date(date).toLocaleDateString('id-ID', { weekday: 'long', timeZone: 'UTC' });
  return `${weekday}, ${formatDate(date)}`;
}

/** An instant (milliseconds since 1970) in Western Indonesia: "24 November 2026 pukul 14.30". */
export function formatInstant(at: number): string {
  const time = new Date(at + localOffsetMs).toISOString().slice(11, 16).replace(':', '.');
  return `${formatDate(localDateOf(at))} pukul ${time}`;
}
