import { getCollection } from 'astro:content';
import type { APIRoute } from 'astro';
import { letterOf } from '#components/ui/letter.ts';
import { courseMessages } from '#messages/course.ts';
import { searchMessages } from '#messages/search.ts';

// Read into the search index when a release is built, and then taken away.

/** Terms, contacts and practices: what can be found besides pages. Nothing of assessments. */
export const GET: APIRoute = async () => {
  const terms = (await getCollection('glossary')).map(({ id, data }) => ({
    url: `/istilah/${letterOf(data.term)}/#istilah-${id}`,
    content: data.meaning,
    meta: { title: data.term, full: data.full ?? '', nama: data.also.join(', ') },
    filters: { jenis: [searchMessages.kinds.term] },
  }));
  const contacts = (await getCollection('contacts')).map(({ id, data }) => ({
    url: `/bantuan/#kontak-${id}`,
    content: [data.for, data.phone, data.whatsapp, data.place].filter(Boolean).join(' '),
    meta: { title: data.name },
    filters: { jenis: [searchMessages.kinds.contact] },
  }));
  const courses = await getCollection('courses');
  const lessons = await getCollection('lessons');
  const practices = (await getCollection('quizzes', ({ data }) => data.mode === 'practice')).flatMap(({ data }) => {
    const course = courses.find(({ id }) => id === data.course)?.data;
    if (course === undefined) return [];
    const lesson = lessons.find(({ id }) => id === `${data.course}/${data.id}`)?.data;
    return {
      url: `/kursus/${data.course}/kuis/${data.id}/`,
      content: [data.title, lesson?.title, lesson?.summary].filter(Boolean).join('. '),
      meta: { title: data.title, course: course.title },
      filters: {
        jenis: [searchMessages.kinds.practice],
        kursus: [course.title],
        pilar: [courseMessages.pillars[course.pillar]],
        untuk: course.audience.map((it) => courseMessages.audiences[it]),
      },
    };
  });
  const records = [...terms, ...contacts, ...practices].map(({ meta, ...record }) => ({
    ...record,
    meta: Object.fromEntries(Object.entries(meta).filter(([, value]) => value !== '')),
  }));
  return new Response(JSON.stringify(records), { headers: { 'Content-Type': 'application/json' } });
};
