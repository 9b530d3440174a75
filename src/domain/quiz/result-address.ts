/** In place of an attempt's id: whichever was recorded last. Pages that know nobody can lead to somebody's results by it. */
export const newestResult = 'terakhir';

/** Address of the result of somebody's attempt, with their other attempts beside it. */
export function resultPath(course: string, quiz: string, attempt: string = newestResult): string {
  return `/kursus/${course}/kuis/${quiz}/jawab/?hasil=${encodeURIComponent(attempt)}`;
}
