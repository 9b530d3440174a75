import type { Filled, Outcome } from './sheet.ts';

type Call = 'hour' | 'minutes';
type Code =
  'ask_help' | 'night_there' | 'age_0_2' | 'age_3_5' | 'age_6_9' | 'age_10_12' | 'older' | 'not_an_age' | 'not_hours';

/**
 * When a parent far away calls a child. Hours are written as on a clock, 19.30 being half past seven; `ahead` is how many
 * hours the other place is ahead of home. A call counts once its minutes are written. Signs of a child in need come first.
 */
export function compute({
  cells,
  lists,
}: Filled<'age' | 'ahead' | 'signs' | 'stopped', { calls: Call }>): Outcome<'calls' | 'perWeek' | 'perMonth', Code> {
  const { calls = [] } = lists;
  const { age, ahead } = cells;
  const minutes = calls.flatMap((call) => call.minutes ?? []);
  const perWeek = minutes.reduce((total, it) => total + it, 0);
  const isAhead = ahead !== undefined && Math.abs(ahead) <= 14;
  const there = calls.map(({ hour }) => (hour === undefined || !isAhead ? undefined : shiftClock(hour, ahead)));
  return {
    results: { calls: minutes.length, perWeek, perMonth: 4 * perWeek },
    advice: [
      ...(cells.signs !== undefined || cells.stopped !== undefined ? (['ask_help'] as const) : []),
      ...(there.some((it) => it !== undefined && (it >= 22 || it < 5)) ? (['night_there'] as const) : []),
      ...(age === undefined || age > 18 ? [] : [adviceAt(age)]),
    ],
    problems: {
      ...((age ?? 0) > 18 && { age: 'not_an_age' as const }),
      ...(ahead !== undefined && !isAhead && { ahead: 'not_hours' as const }),
    },
    beside: { calls: there.map((it) => ({ there: it })) },
  };
}

/** What the clock shows `ahead` hours further on; absent for what is no time of day. */
export function shiftClock(time: number, ahead: number): number | undefined {
  const [hours, minutes] = [Math.floor(time), Math.round((time % 1) * 100)];
  if (hours > 24 || minutes > 59) return undefined;
  const day = 24 * 60;
  const shifted = (((hours * 60 + minutes + Math.round(ahead * 60)) % day) + day) % day;
  return Math.floor(shifted / 60) + (shifted % 60) / 100;
}

function adviceAt(age: number): Code {
  if (age < 3) return 'age_0_2';
  if (age < 6) return 'age_3_5';
  if (age < 10) return 'age_6_9';
  return age < 13 ? 'age_10_12' : 'older';
}
