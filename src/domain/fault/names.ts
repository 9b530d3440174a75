import { acceptableFaults } from './acceptable.ts';
import { courseFaults } from './courses.ts';
import { fileFaults } from './files.ts';
import { lessonFaults } from './lessons.ts';
import { quizFaults } from './quizzes.ts';
import { siteFaults } from './sites.ts';

/** Every fault that content can have, by its permanent name: why it is one, in Indonesian, for authors. */
const contentFaults = { ...acceptableFaults, ...fileFaults, ...lessonFaults, ...courseFaults, ...quizFaults };

export type FaultName = keyof typeof contentFaults;

/** Why each fault is one, by every name that a check, the spelling or a release prints. */
export const explainedFaults: ReadonlyMap<string, string> = new Map(
  Object.entries({ ...contentFaults, ...siteFaults }),
);
