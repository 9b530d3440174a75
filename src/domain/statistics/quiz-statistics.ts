import { type QuestionGrade, ratioOf } from '#domain/quiz/grading.ts';
import { correlation, hasSpread, mean, sampleVariance, sum, upperLowerDifference } from './spread.ts';

/** One participant's attempt: what each drawn question earned, in the order it was shown. */
export interface MarkedAttempt {
  readonly questions: readonly QuestionGrade[];
}

/** A figure, or why there is none: too few participants to say anything, or all earned the same. */
export type Figure =
  | { readonly value: number }
  | { readonly problem: 'too_few'; readonly participants: number }
  | { readonly problem: 'no_spread' };

/** A quiz as a whole. Grades are ratios (0–1). */
export interface QuizStatistics {
  /** How many attempts were counted, one a participant. */
  readonly participants: number;
  readonly mean: Figure;
  /** Of the grades, over n − 1. */
  readonly standardDeviation: Figure;
  /** Cronbach's alpha; Moodle calls it coefficient of internal consistency. At most 1, below 0 when questions contradict. */
  readonly alpha: Figure;
  /** Standard error of measurement: how far a grade may lie from what the participant knows. */
  readonly standardError: Figure;
  /** By question, in the order first met. */
  readonly questions: readonly QuestionStatistics[];
}

export interface QuestionStatistics {
  readonly question: string;
  /** How many participants got the question. */
  readonly participants: number;
  /** Mean share of its points, 0 (nobody knew) to 1 (everybody knew). */
  readonly facility: Figure;
  /**
   * Correlation of the question with the rest of the quiz (point-biserial where a question is right or wrong), −1 to 1;
   * Moodle calls it discrimination index.
   */
  readonly discrimination: Figure;
  /** Facility among the best 27 % less facility among the weakest 27 %, −1 to 1. */
  readonly upperLower: Figure;
}

/** Below this many participants a correlation or a reliability says nothing; mean and counts are shown all the same. */
export const fewestParticipants = 10;

const groupShare = 0.27;

/**
 * Item analysis as Moodle's quiz statistics report defines it, over one attempt a participant (the first).
 *
 * Where every participant got the same questions, a question is held against the sum of the others. Where questions are
 * drawn, Moodle holds a question against the whole grade and takes alpha over the places of the quiz instead of over
 * questions; so do we. A question that was left out earned 0.
 *
 * `fewest` is there for tests by hand.
 * @see https://docs.moodle.org/dev/Quiz_statistics_calculations
 */
export function analyseQuiz(
  attempts: readonly MarkedAttempt[],
  { fewest = fewestParticipants }: { readonly fewest?: number } = {},
): QuizStatistics {
  const grades = attempts.map(gradeRatio);
  const enough = (participants: number, needed: number, value: () => number | undefined): Figure => {
    if (participants < needed) return { problem: 'too_few', participants };
    const found = value();
    return found === undefined ? { problem: 'no_spread' } : { value: found };
  };
  const standardDeviation = enough(attempts.length, 2, () => Math.sqrt(sampleVariance(grades) ?? 0));
  const same = isSameForAll(attempts);
  const alpha = enough(attempts.length, Math.max(2, fewest), () => cronbachAlpha(attempts, same));
  return {
    participants: attempts.length,
    mean: enough(attempts.length, 1, () => mean(grades)),
    standardDeviation,
    alpha,
    standardError: standardError(standardDeviation, alpha),
    questions: questionIds(attempts).map((question) => {
      const { marks, others, totals } = columns(attempts, question, same);
      const participants = marks.length;
      return {
        question,
        participants,
        facility: enough(participants, 1, () => mean(marks)),
        discrimination: enough(participants, Math.max(2, fewest), () => correlation(marks, others)),
        upperLower: enough(participants, Math.max(2, fewest), () =>
          hasSpread(sampleVariance(totals)) ? upperLowerDifference(marks, totals, groupShare) : undefined,
        ),
      };
    }),
  };
}

/** SD × √(1 − alpha); above SD where alpha is below 0, as in Moodle. */
function standardError(deviation: Figure, alpha: Figure): Figure {
  if (!('value' in deviation)) return deviation;
  if (!('value' in alpha)) return alpha;
  return { value: deviation.value * Math.sqrt(Math.max(0, 1 - alpha.value)) };
}

/** p ÷ (p − 1) × (1 − sum of the parts' variances ÷ variance of the sums); undefined where that has no meaning. */
function cronbachAlpha(attempts: readonly MarkedAttempt[], same: boolean): number | undefined {
  const ids = questionIds(attempts);
  const rows = same
    ? attempts.map(({ questions }) => ids.map((id) => questions.find((it) => it.question === id)?.earned ?? 0))
    : attempts.map(earnedByPlace);
  const places = rows[0]?.length ?? 0;
  if (places < 2 || rows.some((row) => row.length !== places)) return undefined;
  const total = sampleVariance(rows.map(sum));
  if (!hasSpread(total)) return undefined;
  const parts = Array.from({ length: places }, (_, at) => sampleVariance(rows.map((row) => row[at] ?? 0)) ?? 0);
  return (places / (places - 1)) * (1 - sum(parts) / total);
}

/** What each drawn thing earned: a case, drawn as a whole, is one place. */
function earnedByPlace({ questions }: MarkedAttempt): readonly number[] {
  const places = Map.groupBy(questions, ({ question }) => question.split('/')[0]);
  return [...places.values()].map((place) => sum(place.map(({ earned }) => earned)));
}

/** What the participants who got a question earned of it, of the rest, and of all (0–1 each, or points for the rest). */
function columns(attempts: readonly MarkedAttempt[], question: string, same: boolean) {
  const rows = attempts.flatMap((attempt) => {
    const own = attempt.questions.find((it) => it.question === question);
    if (own === undefined) return [];
    const total = gradeRatio(attempt);
    const others = same ? sum(attempt.questions.map(({ earned }) => earned)) - own.earned : total;
    return [{ mark: ratioOf(own.earned, own.possible), others, total }];
  });
  return {
    marks: rows.map(({ mark }) => mark),
    others: rows.map(({ others }) => others),
    totals: rows.map(({ total }) => total),
  };
}

function isSameForAll(attempts: readonly MarkedAttempt[]): boolean {
  return (
    new Set(attempts.map(({ questions }) => JSON.stringify(questions.map(({ question }) => question).sort()))).size <= 1
  );
}

function questionIds(attempts: readonly MarkedAttempt[]): readonly string[] {
  return [...new Set(attempts.flatMap(({ questions }) => questions.map(({ question }) => question)))];
}

function gradeRatio({ questions }: MarkedAttempt): number {
  return ratioOf(sum(questions.map(({ earned }) => earned)), sum(questions.map(({ possible }) => possible)));
}
