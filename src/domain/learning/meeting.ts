import { isLocalDate } from '#domain/local-date.ts';

/** Whether a participant was at a meeting: there, excused (ill, asked before), or absent. */
export const attendanceMarks = ['present', 'excused', 'absent'] as const;
export type AttendanceMark = (typeof attendanceMarks)[number];

export type MeetingProblem = 'meeting_date' | 'meeting_far' | 'place';

/** What is wrong with a meeting as it was typed in; `today` and `heldOn` are local dates. Undefined when nothing is. */
export function checkMeeting(
  { heldOn, place }: { readonly heldOn: string; readonly place: string },
  today: string,
): MeetingProblem | undefined {
  if (!isLocalDate(heldOn)) return 'meeting_date';
  if (Math.abs(yearOf(heldOn) - yearOf(today)) > 1) return 'meeting_far';
  return checkPlace(place);
}

/** A place is a line of at most 80 signs, or none. */
export function checkPlace(place: string): 'place' | undefined {
  return [...place].length > 80 || /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(place) ? 'place' : undefined;
}

export function isAttendanceMark(text: string): text is AttendanceMark {
  return attendanceMarks.some((mark) => mark === text);
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}
