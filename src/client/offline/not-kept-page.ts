import { courseOfSet } from '#domain/offline/sets.ts';
import { offlinePageMessages as say } from '#messages/offline-page.ts';
import { keptPacks } from './kept-files.ts';
import { visitedPages } from './visited.ts';

/** Stands for a page that is not on this phone, and names what is. */
export async function notKeptPage(address: string): Promise<Response> {
  const courses = (await keptPacks()).flatMap(({ set, title }) => {
    const course = courseOfSet(set);
    return course === undefined ? [] : [{ address: `/kursus/${course}/`, title }];
  });
  const links = new Map([...(await visitedPages()), ...courses].map((page) => [page.address, page.title]));
  const list = [...links].map(([to, title]) => `<li><a href="${asText(to)}">${asText(title)}</a>`).join('');
  const html = `<!doctype html><html lang=id><meta charset=utf-8><meta name=viewport content="width=device-width"><title>${say.title}</title>
<style>:root{color-scheme:light dark;font:1.1rem/1.5 sans-serif}body{max-width:36rem;margin:auto;padding:1rem}li{padding:.5rem 0}</style>
<h1>${say.title}</h1><p>${say.why}<p><a href="${asText(address)}">${say.again}</a><p>${links.size > 0 ? say.kept : say.nothing}<ul>${list}</ul><p>${say.sent}`;
  return new Response(html, { status: 503, headers: { 'Content-Type': 'text/html; charset=utf-8' } });
}

function asText(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
