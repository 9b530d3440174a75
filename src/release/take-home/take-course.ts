import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { type Catalogue, findLesson } from '#domain/course/catalogue.ts';
import type { Course } from '#domain/course/course.ts';
import { listPractices } from '#domain/course/practices.ts';
import { takeHomeMessages as say } from '#messages/take-home.ts';
import { escapeText, type Joined } from './join-file.ts';
import { joinStyles } from './join-styles.ts';
import { takeSection } from './take-section.ts';

const contentsId = 'awal';
const helpId = 'bantuan';
const helpAddress = '/bantuan/';

/** Where the code is made by which results come home. */
const resultSection = {
  id: 'hasil',
  title: say.resultTitle,
  html: `<h1>${say.resultTitle}</h1><p>${say.resultWhy}</p><p class="without-script">${say.resultWithoutScript}</p>
<form class="result-form panel" hidden><div class="field"><label for="nomor-kartu">${say.cardNumber}</label><div class="field-control"><input id="nomor-kartu" inputmode="numeric" maxlength="5" required></div></div><button class="button">${say.makeCode}</button></form>
<div class="result-made" role="status"></div>`,
};

/** A course out of its built pages below `client`: contents, lessons, the code for results, help numbers. */
export function takeCourse(
  client: string,
  course: Course,
  { catalogue, pages }: { readonly catalogue: Catalogue; readonly pages: readonly string[] },
): Omit<Joined, 'script'> {
  const take = openTaking(client, course);
  const isThere = (address: string): boolean => pages.includes(`${address.slice(1)}index.html`);
  const lessons = course.lessons
    .map((id) => ({ id, address: `/kursus/${course.id}/${id}/` }))
    .filter(({ address }) => isThere(address))
    .map(({ id, address }) => ({
      ...take(id, address),
      title: findLesson(catalogue, course.id, id)?.lesson.title ?? id,
    }));
  const help = isThere(helpAddress) ? [{ ...take(helpId, helpAddress), title: say.help }] : [];
  const taken = [...lessons, ...help];
  const sheets = new Set(taken.flatMap((it) => it.sheets));
  const sections = [...lessons, resultSection, ...help];
  return {
    title: say.title(course.title),
    styles: [
      joinStyles(taken.map(({ style }) => style)),
      ...[...sheets].map((address) => readFileSync(join(client, address), 'utf8')),
    ],
    signs: taken.some(({ html }) => html.includes('#tanda-')) ? readSigns(client) : '',
    sections: [
      contentsOf(course, sections, { leftOut: taken.reduce((sum, { leftOut }) => sum + leftOut, 0) }),
      ...sections,
    ],
    contentsId,
    data: {
      course: course.id,
      code: course.code,
      practices: listPractices(catalogue, course)
        .map(({ quiz }) => quiz.id)
        .join(' '),
    },
  };
}

function openTaking(client: string, course: Course) {
  const own = `/kursus/${course.id}/`;
  const placeOf = (address: string, hash: string): string | undefined => {
    if (address === own) return contentsId;
    const id = address === helpAddress ? helpId : course.lessons.find((lesson) => address === `${own}${lesson}/`);
    return id === undefined || hash === '' ? id : `${id}--${hash}`;
  };
  const drawingOf = (source: string): string | undefined =>
    extname(source) === '.svg' ? dataAddress(readFileSync(join(client, source), 'utf8')) : undefined;
  return (id: string, address: string) => {
    const page = readFileSync(join(client, address, 'index.html'), 'utf8');
    return { id, ...takeSection(page, { id, address, placeOf, drawingOf, missingMedia: say.missingMedia }) };
  };
}

/** As text, which packs far better than base64. */
function dataAddress(svg: string): string {
  const line = svg.replace(/[\r\n]+/g, ' ');
  // Simple quotes need no escape in the page; where a drawing has some already, the double ones stay.
  const quoted = line.includes("'") ? line : line.replaceAll('"', "'");
  return `data:image/svg+xml,${quoted.replace(/[^ -~]|[%#<>&{}|^`\\]/gu, encodeURIComponent)}`;
}

function contentsOf(
  course: Course,
  sections: readonly { readonly id: string; readonly title: string }[],
  { leftOut }: { readonly leftOut: number },
): Joined['sections'][number] {
  const contents = sections.map(({ id, title }) => `<li><a href="#${id}">${escapeText(title)}</a></li>`).join('');
  return {
    id: contentsId,
    title: course.title,
    html: `<p class="kicker">${escapeText(course.code)}</p><h1>${escapeText(course.title)}</h1>
<p class="lead">${escapeText(course.summary)}</p>
<p>${say.what}</p><p class="without-script">${say.withoutScript}</p><p class="muted">${say.leftOut(leftOut)}</p>
<form class="take-search site-search" role="search" hidden><label for="cari-di-sini">${say.search}</label><input id="cari-di-sini" type="search" maxlength="500"><button class="button">${say.searchNow}</button></form>
<div class="take-found" role="status"></div>
<h2>${say.contents}</h2><ol>${contents}</ol>`,
  };
}

/** The drawings of signs, with ids of their own. */
function readSigns(client: string): string {
  const file = readdirSync(join(client, '_astro')).find((name) => /^signs\..*svg$/.test(name));
  if (file === undefined) throw new Error('the drawings of signs were not released');
  const drawings = readFileSync(join(client, '_astro', file), 'utf8').replaceAll('<symbol id="', '<symbol id="tanda-');
  return drawings.replace('<svg ', '<svg hidden ');
}
