import type { Content, LocatedGuide, LocatedLesson } from '#domain/lint/content.ts';
import { type Fault, faultIn } from '#domain/lint/fault.ts';

/** Every heading has an address of its own, so that links and the list of sections lead to it. */
export function lintHeadings({ lessons, guides }: Content): readonly Fault[] {
  return [...lessons, ...guides].flatMap(lintLesson);
}

function lintLesson({ file, body }: LocatedLesson | LocatedGuide): readonly Fault[] {
  const seen = new Set<string>();
  return body.texts.flatMap((use) => {
    if (use.kind !== 'heading') return [];
    const address = addressOf(use.text);
    if (!/[\p{L}\p{N}]/u.test(address)) {
      const message = `judul "${use.text}" tidak punya huruf, jadi bagian ini tidak punya alamat. Tambahkan kata.`;
      return [faultIn(file, use, 'judul-tanpa-huruf', message)];
    }
    if (seen.has(address)) {
      const message = `judul "${use.text}" sudah ada di atas, jadi alamat keduanya tertukar. Beri judul lain.`;
      return [faultIn(file, use, 'judul-ganda', message)];
    }
    seen.add(address);
    return [];
  });
}

/** What the page makes of a heading's text. */
function addressOf(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}
