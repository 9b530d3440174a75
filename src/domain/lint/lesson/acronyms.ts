import type { Contact } from '#domain/course/contact.ts';
import type { GlossaryTerm } from '#domain/course/glossary.ts';
import type { Content, LocatedLesson } from '#domain/lint/content.ts';
import { everydayAcronyms } from './everyday-acronyms.ts';
import { type Fault, faultIn } from '#domain/lint/fault.ts';

/**
 * Every acronym of a lesson is one that the village says every day, or the lesson explains it: by a `<Term>` around it, by
 * one whose entry names it (as term, in full or among its other names), or by a `<Contact>` whose card gives it in full.
 */
export function lintAcronyms({ lessons, glossary, contacts }: Content): readonly Fault[] {
  if (glossary === undefined) return [];
  return lessons.flatMap((lesson) => lintLesson(lesson, glossary.value, contacts?.value));
}

/**
 * The acronyms of a text in order: words of two or more capital letters, digits among them, as in `P3MI` and `E-KPMI`;
 * neither a course's code (UP-202) nor an amount of money (HK$5.100).
 */
export function acronymsIn(text: string): readonly string[] {
  const words =
    text.match(/(?<![\p{L}\p{N}])\p{Lu}[\p{Lu}\p{N}]*(?:-\p{Lu}[\p{Lu}\p{N}]*)*(?![\p{L}\p{N}$]|-\p{N})/gu) ?? [];
  return words.filter((word) => (word.match(/\p{Lu}/gu) ?? []).length > 1 && !notAcronyms.test(word));
}

/** Roman numbers, and amounts of money such as RM1.500. */
const notAcronyms = /^(?:[IVX]+|RM\d+)$/;

function lintLesson(
  { file, body }: LocatedLesson,
  glossary: readonly GlossaryTerm[],
  contacts: readonly Contact[] = [],
): readonly Fault[] {
  const uses = (component: string, id: string): boolean =>
    body.components.some(({ name, attributes }) => name === component && attributes.id === id);
  const explained = new Set([
    ...Object.keys(everydayAcronyms),
    ...glossary.filter(({ id }) => uses('Term', id)).flatMap(namesOf),
    // Also where the id is wrong: that is another fault.
    ...body.components.flatMap(({ name, text }) => (name === 'Term' ? acronymsIn(text) : [])),
    ...contacts.filter(({ id }) => uses('Contact', id)).flatMap(({ name }) => /\((\p{Lu}+)\)/u.exec(name)?.[1] ?? []),
  ]);
  const seen = new Set<string>();
  return body.texts.flatMap(({ text, line, column }) =>
    acronymsIn(text).flatMap((acronym) => {
      if (explained.has(acronym) || seen.has(acronym)) return [];
      seen.add(acronym);
      const term = glossary.find((it) => namesOf(it).includes(acronym));
      const remedy =
        term === undefined
          ? `Tulis kepanjangannya, atau tambahkan ke content/glossary.yaml lalu pakai <Term id="…">${acronym}</Term>.`
          : `Saat pertama kali muncul tulis <Term id="${term.id}">${acronym}</Term>.`;
      const message = `singkatan "${acronym}" belum dijelaskan di pelajaran ini. ${remedy}`;
      return [faultIn(file, { line, column }, 'singkatan-belum-dijelaskan', message)];
    }),
  );
}

function namesOf({ term, full = '', also }: GlossaryTerm): readonly string[] {
  return [term, full, ...also].flatMap(acronymsIn);
}
