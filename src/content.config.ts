import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { contentLoader } from '#content/loader.ts';
import type { Contact } from '#domain/contact.ts';
import type { Course, Lesson } from '#domain/course.ts';
import type { GlossaryTerm } from '#domain/glossary.ts';
import type { House } from '#domain/house.ts';
import type { Quiz } from '#domain/quiz.ts';
import type { Fact } from '#domain/source.ts';

// The shape of what authors write stands, field by field, in src/content/schema.ts: the loader has checked every entry
// against it before it comes here, so these schemas only name the domain types that pages get.

export const collections = {
  /** Id: `up-202`. */
  courses: defineCollection({
    loader: contentLoader(({ courses }) => courses.map(({ value }) => ({ id: value.id, data: value }))),
    schema: z.custom<Course>(),
  }),
  /** Id: `up-202/hpp-keripik`. */
  lessons: defineCollection({
    loader: contentLoader(({ lessons }) =>
      lessons.map(({ value, file }) => ({ id: `${value.course}/${value.id}`, data: value, file })),
    ),
    schema: z.custom<Lesson>(),
  }),
  /** Id: `up-202/ujian-akhir`. Holds keys: pages show `publicQuiz()` of it, and the rest only for a practice. */
  quizzes: defineCollection({
    loader: contentLoader(({ quizzes }) =>
      quizzes.map(({ value }) => ({ id: `${value.course}/${value.id}`, data: value })),
    ),
    schema: z.custom<Quiz>(),
  }),
  houses: defineCollection({
    loader: contentLoader(({ houses }) => (houses?.value ?? []).map((data) => ({ id: data.id, data }))),
    schema: z.custom<House>(),
  }),
  glossary: defineCollection({
    loader: contentLoader(({ glossary }) => (glossary?.value ?? []).map((data) => ({ id: data.id, data }))),
    schema: z.custom<GlossaryTerm>(),
  }),
  contacts: defineCollection({
    loader: contentLoader(({ contacts }) => (contacts?.value ?? []).map((data) => ({ id: data.id, data }))),
    schema: z.custom<Contact>(),
  }),
  /** Id: `B-HPP-2`, the fact; with the sources that it rests on. */
  sources: defineCollection({
    loader: contentLoader(({ facts }) => (facts?.value ?? []).map((data) => ({ id: data.id, data }))),
    schema: z.custom<Fact>(),
  }),
};
