import { tokenize } from '#domain/search/words/text.ts';
import { suggest } from '#domain/suggestion.ts';
import type { Content } from '#domain/lint/content.ts';
import { type Fault, faultAt } from '#domain/lint/fault.ts';

/** How people ask for lessons: each lesson is there and named once, and no writing leads to two of them. */
export function lintAsked({ asked, lessons }: Content): readonly Fault[] {
  if (asked === undefined) return [];
  const names = lessons.map(({ value }) => `${value.course}/${value.id}`);
  const named = new Set<string>();
  const owners = new Map<string, string>();
  return asked.value.flatMap(({ lesson, typed }, at) => {
    const faults: Fault[] = [];
    if (!names.includes(lesson)) {
      const message = `pelajaran "${lesson}" tidak ada.${suggest(lesson, names)}`;
      faults.push(faultAt(asked, [at, 'lesson'], 'pelajaran-tidak-ada', message));
    }
    if (named.has(lesson)) {
      const message = `"${lesson}" sudah ada di atas. Satukan.`;
      faults.push(faultAt(asked, [at, 'lesson'], 'pertanyaan-ganda', message));
    }
    named.add(lesson);
    for (const [index, text] of typed.entries()) {
      const words = tokenize(text).join(' ');
      const owner = owners.get(words);
      if (owner !== undefined) {
        const message = `"${text}" sudah menuju ${owner}. Hapus salah satu.`;
        faults.push(faultAt(asked, [at, 'typed', index], 'pertanyaan-ganda', message));
      }
      owners.set(words, owner ?? lesson);
    }
    return faults;
  });
}
