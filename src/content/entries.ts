import type { LearningEntries, Preview } from '#domain/course/entries.ts';
import { type Country, countryCourse, countrySources, isCountryAspect } from '#domain/course/country.ts';
import type { Shown } from '#domain/course/course.ts';
import type { Content, LocatedLesson } from '#domain/lint/content.ts';
import { publishLesson, publishQuizzes } from './catalogue.ts';

/** What pages find of each kind, in the order of files. `file` is the prose that a page of the entry shows. */
export const entryLists: {
  readonly [Kind in keyof LearningEntries]: (content: Content) => readonly Entry<LearningEntries[Kind]>[];
} = {
  courses: ({ courses }) => courses.map(({ value }) => ({ id: value.id, data: value })),
  lessons: (content) => content.lessons.map((it) => lessonEntry(it, content)),
  guides: (content) =>
    content.guides.map((it) => ({
      id: it.value.course,
      data: { ...it.value, ...shownIn(it, content) },
      file: it.file,
    })),
  quizzes: (content) =>
    publishQuizzes(content).map(({ quiz, edition }) => ({
      id: `${quiz.course}/${quiz.id}`,
      data: { ...quiz, edition },
    })),
  houses: ({ houses }) => ordered(houses?.value),
  glossary: ({ glossary }) => ordered(glossary?.value),
  contacts: ({ contacts }) => ordered(contacts?.value),
  answers: ({ answers }) => (answers === undefined ? [] : [{ id: 'answers', data: answers.value }]),
  countries: ({ countries }) => ordered(countries?.value),
  paths: ({ paths }) => ordered(paths?.value),
  sources: ({ facts }) => ordered(facts?.value),
};

/** All of them at once. */
export function entriesOf(content: Content): Preview['entries'] {
  const made = Object.entries(entryLists).map(([kind, list]) => [kind, list(content)] as const);
  return Object.fromEntries(made) as unknown as Preview['entries'];
}

export interface Entry<Data> {
  readonly id: string;
  readonly data: Data;
  /** Path below the project's root of the MDX file that is compiled when a page renders the entry. */
  readonly file?: string;
}

function lessonEntry(it: LocatedLesson, content: Content): Entry<LearningEntries['lessons']> {
  const { lesson, edition } = publishLesson(it);
  const id = `${lesson.course}/${lesson.id}`;
  return { id, data: { ...lesson, edition, ...shownIn(it, content) }, file: it.file };
}

function ordered<T extends { readonly id: string }>(values: readonly T[] = []) {
  return values.map((value, order) => ({ id: value.id, data: { ...value, order } }));
}

function shownIn({ value, body }: Pick<LocatedLesson, 'value' | 'body'>, content: Content): Shown {
  const countries: readonly Country[] = content.countries?.value ?? [];
  // A table of countries leads to their lessons, where the sources stand already.
  const elsewhere = content.lessons.flatMap((it) => (it.value.course === countryCourse ? it.value.id : []));
  const terms = body.components.flatMap(({ name, attributes: { id } }) => (name === 'Term' && id ? [id] : []));
  const brought = body.components.flatMap(({ name, attributes: { id, aspect } }) => {
    if (name === 'Country') return countries.filter((it) => it.id === id).flatMap((it) => countrySources(it));
    if (name !== 'Countries' || !isCountryAspect(aspect)) return [];
    return countries.flatMap((it) => (elsewhere.includes(it.id) ? [] : countrySources(it, [aspect])));
  });
  return {
    terms: [...new Set(terms)],
    sources: [...new Set([...value.sources, ...brought])],
    hasSigns: body.components.some(({ name }) => name === 'Sign'),
    hasCountries: body.components.some(({ name }) => name === 'Country' || name === 'Countries'),
  };
}
