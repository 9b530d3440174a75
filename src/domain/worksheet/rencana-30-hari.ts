import { type Filled, type Outcome, roundUp } from './sheet.ts';

const lastDay = 30;

/**
 * A target saved in 30 days. `start` is the first day that counts (1 when absent), `today` the day to look back from,
 * `counted` the money in the tin; without it every ticked day counts as one day's amount, rounded up to a rupiah.
 */
export function compute({
  cells,
}: Filled<'target' | 'start' | 'today' | 'counted' | `day${number}`>): Outcome<
  'days' | 'perDay' | 'perWeek' | 'ticked' | 'collected' | 'expected' | 'missing' | 'daysLeft' | 'catchUp',
  'done' | 'on_track' | 'catch_up' | 'ended' | 'not_a_day'
> {
  const { target, start = 1, today, counted } = cells;
  const ticked = Array.from({ length: lastDay }, (_, at) => cells[`day${at + 1}`] ?? 0).filter((day) => day > 0).length;
  if (!isDay(start)) return { results: { ticked }, problems: { start: 'not_a_day' } };
  if (target === undefined || target <= 0) return { results: { ticked, days: lastDay - start + 1 } };

  const days = lastDay - start + 1;
  const perDay = roundUp(target / days);
  const collected = counted ?? Math.min(target, ticked * perDay);
  const missing = Math.max(0, target - collected);
  const plan = { days, perDay, perWeek: roundUp(target / 4), ticked, collected, missing };
  if (missing === 0) return { results: plan, advice: ['done'] };
  if (today === undefined) return { results: plan };
  if (!isDay(today) || today < start) return { results: plan, problems: { today: 'not_a_day' } };

  const expected = (target / days) * (today - start + 1);
  const daysLeft = lastDay - today;
  const late = { ...plan, expected, daysLeft };
  if (daysLeft === 0) return { results: late, advice: ['ended'] };
  return {
    results: { ...late, catchUp: roundUp(missing / daysLeft) },
    advice: [collected >= expected - 0.5 ? 'on_track' : 'catch_up'],
  };
}

function isDay(day: number): boolean {
  return Number.isInteger(day) && day >= 1 && day <= lastDay;
}
