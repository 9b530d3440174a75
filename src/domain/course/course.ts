/** The four pillars of the Desmigratif programme; every course stands under one. */
export const pillars = ['layanan-migrasi', 'usaha-produktif', 'rumah-belajar', 'koperasi'] as const;
export type Pillar = (typeof pillars)[number];

/** Whom a course is written for. */
export const audiences = ['calon-pmi', 'purna', 'keluarga', 'petugas', 'pelatih'] as const;
export type Audience = (typeof audiences)[number];

/** When content was last checked against its sources, and when it must be checked again (local dates, `YYYY-MM-DD`). */
export interface Review {
  readonly on: string;
  readonly next: string;
}

/** So many lessons of a participant's own choice. */
export interface LessonChoice {
  readonly atLeast: number;
  /** What to choose by, as the end of a sentence: "negara tujuan Anda". */
  readonly by?: string;
}

/** Somebody who can judge what an author cannot, and the local day (`YYYY-MM-DD`) on which they had read the whole course. */
export interface Reader {
  /** One of the kinds that the course asks for. */
  readonly as: string;
  readonly who: string;
  readonly on: string;
}

/** What a participant must have done for the course to count as completed. */
export interface Completion {
  /** All lessons, the named ones, or so many of the participant's own choice. */
  readonly lessons: 'all' | readonly string[] | LessonChoice;
  /** Smallest ratio (0–1) of the best assessment grade. */
  readonly gradeRatio: number;
}

export interface WithdrawnLesson {
  readonly id: string;
  readonly title: string;
}

/** Ordered lessons and one assessment. `id` is the folder name below `content/courses/`. */
export interface Course {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly summary: string;
  readonly pillar: Pillar;
  readonly audience: readonly Audience[];
  readonly outcomes: readonly string[];
  readonly lessons: readonly string[];
  /** Lessons that there were: their addresses say so, and their names are never given again. */
  readonly withdrawn?: readonly WithdrawnLesson[];
  /** Local date since when nobody may begin it; who takes it goes on, and everybody may read it. */
  readonly archived?: string;
  readonly assessment: string;
  readonly completion: Completion;
  readonly sources: readonly string[];
  readonly reviewed: Review;
  /** Kinds of people who must have read it before it is published: "tenaga kesehatan". */
  readonly needsReaders?: readonly string[];
  readonly readBy?: readonly Reader[];
}

/** A lesson's three sentences, spoken. */
export interface LessonSound {
  /** Name of a file beside the lesson. */
  readonly file: string;
  /** Names the sentences that were spoken. */
  readonly of: string;
}

/** One page of learning, without its prose. `id` is the file name without its ending. */
export interface Lesson {
  readonly id: string;
  readonly course: string;
  readonly title: string;
  readonly summary: string;
  /** The lesson in three short sentences, to be read aloud before anything else. */
  readonly intinya?: readonly string[];
  /** Those sentences, spoken. */
  readonly sound?: LessonSound;
  readonly minutes: number;
  readonly sources: readonly string[];
  readonly reviewed: Review;
}

/** The file name of a trainer's guide without its ending; no lesson may bear it. */
export const guideId = 'panduan';

/** How to lead a course in a room. Stands beside the lessons; nobody reads it for progress. */
export interface Guide extends Omit<Lesson, 'intinya' | 'sound'> {
  readonly audience: 'pelatih';
}

/** Whether the date of the next review has passed on `todayOn` (`YYYY-MM-DD`). */
export function isReviewOverdue(review: Review, todayOn: string): boolean {
  return review.next < todayOn;
}

/** The kinds of readers that a course still waits for. Not empty: it is not published. */
export function missingReaders({ needsReaders = [], readBy = [] }: Pick<Course, 'needsReaders' | 'readBy'>) {
  return needsReaders.filter((kind) => readBy.every((reader) => reader.as !== kind));
}

/** How participants choose the lessons to complete; undefined where they do not. */
export function findLessonChoice({ completion: { lessons } }: Pick<Course, 'completion'>): LessonChoice | undefined {
  return typeof lessons === 'object' && 'atLeast' in lessons ? lessons : undefined;
}

/** How many lessons completion asks for, and among which (in course order). With a choice there are more of them. */
export function requiredLessons({ lessons, completion }: Pick<Course, 'lessons' | 'completion'>): {
  readonly count: number;
  readonly among: readonly string[];
} {
  const rule = completion.lessons;
  if (rule === 'all') return { count: lessons.length, among: lessons };
  if ('atLeast' in rule) return { count: rule.atLeast, among: lessons };
  const among = lessons.filter((id) => rule.includes(id));
  return { count: among.length, among };
}

/** What the page of a lesson or guide shows beside its prose. */
export interface Shown {
  /** The glossary ids that it uses, each once, as they come. */
  readonly terms: readonly string[];
  /** The fact ids that its author names and those that its components bring along, each once. */
  readonly sources: readonly string[];
  /** Whether it shows danger signs or help steps, whose style then comes along. */
  readonly hasSigns: boolean;
  /** Whether it tells facts of countries, whose style then comes along. */
  readonly hasCountries: boolean;
}
