import { getCollection, getEntry, render } from 'astro:content';
import type { APIRoute } from 'astro';
import { contactLink } from '#components/ui/contact-link.ts';
import { formatDate } from '#domain/local-date.ts';
import type { PublishedAnswer, PublishedAnswers, UrgentAnswer } from '#domain/search/urgent-answer.ts';
import { searchMessages } from '#messages/search.ts';

/** The chosen answers as the search page needs them: where each leads to, and whom to call. */
export const GET: APIRoute = async () => {
  const { alike, needs } = (await getEntry('answers', 'answers'))?.data ?? { alike: [], needs: [] };
  const published: PublishedAnswers = { alike, needs: await Promise.all(needs.map(publish)) };
  return new Response(JSON.stringify(published), { headers: { 'Content-Type': 'application/json' } });
};

async function publish({ id, title, typed, contact, ...place }: UrgentAnswer): Promise<PublishedAnswer> {
  const contacts = await getCollection('contacts');
  const known = contacts.find((it) => it.id === contact)?.data;
  if (known === undefined) throw new Error(`there is no contact ${contact}`);
  const { name, for: purpose, asOf, uncertain, ...reach } = known;
  const link = contactLink(reach);
  return {
    ...{ id, title, typed },
    ...(await placeOf(place)),
    contact: { ...link, name, for: purpose, seen: formatDate(asOf), uncertain },
  };
}

async function placeOf({
  lesson,
  section,
}: Pick<UrgentAnswer, 'lesson' | 'section'>): Promise<Pick<PublishedAnswer, 'url' | 'page' | 'section' | 'course'>> {
  if (lesson === undefined) return { url: '/bantuan/', page: searchMessages.helpPage };
  const entry = await getEntry('lessons', lesson);
  if (entry === undefined) throw new Error(`there is no lesson ${lesson}`);
  const { headings } = await render(entry);
  const anchor = headings.find(({ text }) => text === section)?.slug;
  const course = await getEntry('courses', entry.data.course);
  return {
    url: `/kursus/${lesson}/${anchor === undefined ? '' : `#${anchor}`}`,
    page: entry.data.title,
    course: course?.data.title,
    ...(anchor === undefined ? {} : { section }),
  };
}
