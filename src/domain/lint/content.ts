import type { AskedLesson } from '#domain/search/asked-lesson.ts';
import type { Contact } from '#domain/course/contact.ts';
import type { Country } from '#domain/course/country.ts';
import type { Course, Guide, Lesson } from '#domain/course/course.ts';
import type { GlossaryTerm } from '#domain/course/glossary.ts';
import type { House } from '#domain/house.ts';
import type { LearningPath } from '#domain/course/learning-path.ts';
import type { Quiz } from '#domain/quiz/quiz.ts';
import type { Fact } from '#domain/course/source.ts';
import type { Synonym } from '#domain/search/synonym.ts';
import type { UrgentAnswers } from '#domain/search/urgent-answer.ts';
import type { Located, Place } from './fault.ts';

/** A component as a lesson uses it. */
export interface ComponentUse extends Place {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** What stands in it, without marks. */
  readonly text: string;
}

/** A link as a lesson writes it. */
export interface LinkUse extends Place {
  readonly address: string;
}

/** The text of one paragraph (or list item), heading or table cell, without marks. */
export interface TextUse extends Place {
  readonly kind: 'paragraph' | 'heading' | 'tableCell';
  readonly text: string;
}

/** A table as a lesson writes it, the row of its heads first. */
export interface TableUse extends Place {
  readonly rows: readonly TableRow[];
}

export interface TableRow extends Place {
  /** `unbreakable` is the longest piece that stays on one line. */
  readonly cells: readonly { readonly text: string; readonly unbreakable: string }[];
}

/** What the checks need to know of a lesson's prose. */
export interface LessonBody {
  readonly components: readonly ComponentUse[];
  readonly links: readonly LinkUse[];
  readonly texts: readonly TextUse[];
  readonly tables: readonly TableUse[];
  /** The prose as it stands in the file, line ends as \n. */
  readonly source: string;
}

/** A lesson with its prose. */
export type LocatedLesson = Located<Lesson> & { readonly body: LessonBody };

/** A trainer's guide with its prose. */
export type LocatedGuide = Located<Guide> & { readonly body: LessonBody };

/** All of `content/` that could be read. A list is absent when its file could not be read, so that nothing is blamed twice. */
export interface Content {
  readonly courses: readonly Located<Course>[];
  readonly lessons: readonly LocatedLesson[];
  readonly guides: readonly LocatedGuide[];
  readonly quizzes: readonly Located<Quiz>[];
  readonly houses?: Located<readonly House[]>;
  readonly glossary?: Located<readonly GlossaryTerm[]>;
  readonly contacts?: Located<readonly Contact[]>;
  readonly facts?: Located<readonly Fact[]>;
  readonly synonyms?: Located<readonly Synonym[]>;
  readonly answers?: Located<UrgentAnswers>;
  readonly asked?: Located<readonly AskedLesson[]>;
  readonly countries?: Located<readonly Country[]>;
  readonly paths?: Located<readonly LearningPath[]>;
  /** Every file that is there, readable or not, by path below the project's root. */
  readonly files: readonly string[];
}
