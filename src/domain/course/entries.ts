import type { FoundMedia } from '#domain/question/media.ts';
import type { House } from '#domain/house.ts';
import type { Look } from '#domain/look.ts';
import type { Quiz } from '#domain/quiz/quiz.ts';
import type { UrgentAnswers } from '#domain/search/urgent-answer.ts';
import type { Contact } from './contact.ts';
import type { Country } from './country.ts';
import type { Course, Guide, Lesson, Shown } from './course.ts';
import type { GlossaryTerm } from './glossary.ts';
import type { LearningPath } from './learning-path.ts';
import type { Fact } from './source.ts';

/** What pages know of `content/`, by kind. */
export interface LearningEntries {
  /** Id: `up-202`. */
  readonly courses: Course;
  /** Id: `up-202/hpp-keripik`. */
  readonly lessons: Lesson & Shown & { readonly edition: string };
  /** Id: `up-202`, the course. */
  readonly guides: Guide & Shown;
  /** Id: `up-202/ujian-akhir`. Holds keys: pages show `publicQuiz()` of it, and the rest only for a practice. */
  readonly quizzes: Quiz & { readonly edition: string };
  readonly houses: House & Ordered;
  readonly glossary: GlossaryTerm & Ordered;
  readonly contacts: Contact & Ordered;
  /** One entry, `answers`: the chosen answers of the search. */
  readonly answers: UrgentAnswers;
  /** Id: `hong-kong`, the lesson in the course of countries. */
  readonly countries: Country & Ordered;
  /** Id: `berangkat`, its address. */
  readonly paths: LearningPath & Ordered;
  /** Id: `B-HPP-2`, the fact; with the sources that it rests on. */
  readonly sources: Fact & Ordered;
}

/** Astro sorts entries by id; authors put what helps most people first. */
interface Ordered {
  /** Place in the file, from 0. */
  readonly order: number;
}

/** A lesson as it is shown before it is published: for which page, and from which content. */
export interface Preview {
  /** `/kursus/up-202/hpp-keripik/` */
  readonly path: string;
  readonly entries: {
    readonly [Kind in keyof LearningEntries]: readonly { readonly id: string; readonly data: LearningEntries[Kind] }[];
  };
  /** A picture of the draft, or one that houses published, by the name of its file. */
  findMedia(name: string): FoundMedia | undefined;
  /** Whether it is shown as by day or by night; else as the phone has it. */
  readonly theme?: Look['theme'] | undefined;
}
