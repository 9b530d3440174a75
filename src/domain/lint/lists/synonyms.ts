import { tokenize } from '#domain/search/words/text.ts';
import type { Content } from '#domain/lint/content.ts';
import { type Fault, faultAt, warning } from '#domain/lint/fault.ts';

/** Names for the search: each pair once, none that says the same twice, none that no lesson uses. */
export function lintSynonyms(content: Content): readonly Fault[] {
  const { synonyms } = content;
  if (synonyms === undefined) return [];
  const text = padded(textsOf(content).join(' '));
  const seen = new Set<string>();
  return synonyms.value.flatMap(({ written, typed }, at) => {
    const faults: Fault[] = [];
    for (const [index, name] of typed.entries()) {
      const isSame = written.some((it) => padded(it) === padded(name));
      const pair = `${padded(written[0] ?? '')}>${padded(name)}`;
      if (isSame || seen.has(pair)) {
        const message = `"${name}" sudah ada di padanan ini. Hapus salah satu.`;
        faults.push(faultAt(synonyms, [at, 'typed', index], 'padanan-ganda', message));
      }
      seen.add(pair);
    }
    if (!written.some((name) => text.includes(padded(name)))) {
      const message = `"${written[0]}" tidak dipakai di pelajaran mana pun, jadi padanan ini tidak berguna. Perbaiki atau hapus.`;
      faults.push(warning(faultAt(synonyms, [at, 'written'], 'padanan-tidak-dipakai', message)));
    }
    return faults;
  });
}

function textsOf({ courses, lessons, glossary, contacts }: Content): readonly string[] {
  return [
    ...courses.flatMap(({ value }) => [value.title, value.summary]),
    ...lessons.flatMap(({ value, body }) => [value.title, value.summary, body.source]),
    ...(glossary?.value ?? []).flatMap(({ term, full = '', meaning, also }) => [term, full, meaning, ...also]),
    ...(contacts?.value ?? []).flatMap((contact) => [contact.name, contact.for]),
  ];
}

function padded(text: string): string {
  return ` ${tokenize(text).join(' ')} `;
}
