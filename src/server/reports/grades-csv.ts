import { localDateOf } from '#domain/local-date.ts';
import { countedGrade } from '#domain/learning/progress.ts';
import { writeCsv } from '#domain/csv.ts';
import { reportMessages } from '#messages/report.ts';
import type { HelpReason } from './help.ts';
import type { CourseReport } from './participants.ts';
import type { HouseReport } from './reports.ts';

/** A house report as CSV: a row for each participant and course, with the figures that the page shows. */
export function houseCsv({ participants }: Pick<HouseReport, 'participants'>): string {
  const header = reportMessages.csvHeader;
  const rows = participants.flatMap(({ name, login, courses, needsHelp }) => {
    const person = [name, login];
    if (courses.length === 0) return [header.map((_, at) => person[at] ?? '')];
    return courses.map((it) => [...person, ...toRow(it, needsHelp)]);
  });
  return writeCsv([header, ...rows]);
}

function toRow({ course, since, progress, lastRecordedAt, flagged }: CourseReport, help: readonly HelpReason[]) {
  const assessment = progress.quizzes[course.assessment];
  return [
    course.code,
    course.title,
    localDateOf(since),
    progress.lessonsRead.length,
    course.lessons.length,
    assessment?.attempts ?? 0,
    assessment === undefined ? '' : percentOf(countedGrade(assessment).ratio),
    progress.completed ? reportMessages.yes : reportMessages.no,
    lastRecordedAt === undefined ? '' : localDateOf(lastRecordedAt),
    flagged,
    help
      .filter((reason) => reason.course === course.id)
      .map(reportMessages.helpReason)
      .join('; '),
  ];
}

/** In percent with one decimal, as `formatRatio` rounds it. */
function percentOf(ratio: number): number {
  return Number((ratio * 100).toFixed(1));
}
