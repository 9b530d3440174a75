import { type CollectionEntry, getCollection } from 'astro:content';
import type { APIRoute, GetStaticPaths } from 'astro';
import { publicQuiz } from '#domain/quiz/public-quiz.ts';

export const getStaticPaths = (async () =>
  (await getCollection('quizzes')).map(({ data }) => ({
    params: { course: data.course, quiz: data.id },
    props: { quiz: data },
  }))) satisfies GetStaticPaths;

/** What anybody may see of the quiz; for an assessment without key, rationale, hint or feedback. */
export const GET: APIRoute<{ quiz: CollectionEntry<'quizzes'>['data'] }> = ({ props: { quiz } }) =>
  Response.json(publicQuiz({ quiz, edition: quiz.edition }));
