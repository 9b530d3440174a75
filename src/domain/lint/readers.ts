import { missingReaders } from '#domain/course/course.ts';
import { suggest } from '#domain/suggestion.ts';
import type { Content } from './content.ts';
import { type Fault, faultAt, faultIn } from './fault.ts';
import { readLink } from '#domain/lint/lesson/links.ts';

/** Who read a course, and that nothing published leads to one that nobody has read yet. */
export function lintReaders(content: Content, todayOn: string): readonly Fault[] {
  return [...lintReadings(content, todayOn), ...lintEarlyLinks(content)];
}

function lintReadings({ courses }: Content, todayOn: string): readonly Fault[] {
  return courses.flatMap((course) => {
    const { needsReaders = [], readBy = [] } = course.value;
    return readBy.flatMap(({ as, on }, at) => {
      const stranger = `"${as}" tidak ada di needsReaders.${suggest(as, needsReaders)} Samakan tulisannya.`;
      const early = `tanggal dibaca ${on} belum tiba. Isi tanggal orang itu selesai membaca.`;
      return [
        ...(needsReaders.includes(as)
          ? []
          : [faultAt(course, ['readBy', at, 'as'], 'pembaca-tidak-diminta', stranger)]),
        ...(on > todayOn ? [faultAt(course, ['readBy', at, 'on'], 'tanggal-dibaca-belum-tiba', early)] : []),
      ];
    });
  });
}

function lintEarlyLinks({ courses, lessons, guides }: Content): readonly Fault[] {
  const waiting = new Set(courses.flatMap(({ value }) => (missingReaders(value).length > 0 ? [value.id] : [])));
  const published = [...lessons, ...guides].filter(({ value }) => !waiting.has(value.course));
  return published.flatMap(({ file, value, body }) =>
    body.links.flatMap((link) => {
      const target = readLink(link.address, `/kursus/${value.course}/${value.id}/`);
      const course = target.kind === 'inside' ? /^\/kursus\/([^/]+)\//.exec(target.path)?.[1] : undefined;
      if (course === undefined || !waiting.has(course)) return [];
      const message = `kursus "${course}" belum terbit karena menunggu pembaca. Hapus tautan ini, atau pasang setelah readBy diisi.`;
      return faultIn(file, link, 'tautan-ke-kursus-menunggu', message);
    }),
  );
}
