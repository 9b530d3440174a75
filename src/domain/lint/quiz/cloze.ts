import { type ClozeQuestion, splitGaps } from '#domain/question/cloze.ts';
import { type Fault, faultAt, type Located } from '#domain/lint/fault.ts';
import { suggest } from '#domain/lint/nearest.ts';
import { lintAccepted, lintText, normalise, type Path } from './question-text.ts';

/** A text with gaps against its blanks, both ways, and each blank by itself. */
export function lintCloze(quiz: Located<unknown>, { text, blanks }: ClozeQuestion, path: Path): readonly Fault[] {
  const gaps = splitGaps(text).flatMap(({ gap }) => gap ?? []);
  const names = Object.keys(blanks);
  return [
    ...lintText(quiz, [...path, 'text'], text),
    ...lintGaps(quiz, [...path, 'text'], { text, gaps, names }),
    ...names.flatMap((name) => {
      if (gaps.includes(name)) return [];
      const message = `"${name}" tidak ada di text.${suggest(name, gaps)} Tulis [[${name}]] di tempatnya, atau hapus isian ini.`;
      return [faultAt(quiz, [...path, 'blanks', name], 'isian-tanpa-tempat', message)];
    }),
    ...Object.entries(blanks).flatMap(([name, blank]) =>
      'choices' in blank
        ? lintChosen(quiz, blank, [...path, 'blanks', name])
        : lintAccepted(quiz, [...path, 'blanks', name, 'accepted'], blank.accepted),
    ),
  ];
}

function lintGaps(
  quiz: Located<unknown>,
  path: Path,
  { text, gaps, names }: { readonly text: string; readonly gaps: readonly string[]; readonly names: readonly string[] },
): readonly Fault[] {
  const odd = [...text.matchAll(/\[\[([^\]]*)\]?\]?/g)].find(([, name = '']) => !gaps.includes(name));
  const unknown = gaps.find((gap) => !names.includes(gap));
  const twice = gaps.find((gap, at) => gaps.indexOf(gap) !== at);
  const said = (name: string, message: string) => [faultAt(quiz, path, name, message)];
  if (odd) {
    return said(
      'tempat-isian-salah',
      `"${odd[0]}" bukan tempat isian. Nama di antara [[ dan ]] hanya huruf kecil, angka, dan tanda hubung.`,
    );
  }
  if (gaps.length === 0) return said('tanpa-tempat-isian', 'belum ada tempat isian. Tulis [[nama]] di dalam kalimat.');
  if (unknown !== undefined) {
    const message = `[[${unknown}]] belum punya isian di blanks.${suggest(unknown, names)}`;
    return said('isian-tidak-ada', message);
  }
  if (twice === undefined) return [];
  return said('tempat-isian-ganda', `[[${twice}]] muncul dua kali. Beri nama lain untuk yang kedua.`);
}

function lintChosen(
  quiz: Located<unknown>,
  { choices, key }: { readonly choices: readonly string[]; readonly key: string },
  path: Path,
): readonly Fault[] {
  const same = choices.findIndex((text, at) => choices.findIndex((it) => normalise(it) === normalise(text)) !== at);
  return [
    ...choices.flatMap((text, at) => lintText(quiz, [...path, 'choices', at], text)),
    ...(same < 0
      ? []
      : [
          faultAt(
            quiz,
            [...path, 'choices', same],
            'pilihan-sama',
            `pilihan "${choices[same]}" muncul dua kali. Ubah salah satu.`,
          ),
        ]),
    ...(choices.includes(key)
      ? []
      : [
          faultAt(
            quiz,
            [...path, 'key'],
            'kunci-tidak-ada',
            `kunci "${key}" tidak ada di antara pilihan.${suggest(key, choices)} Pilihannya: ${choices.join(', ')}.`,
          ),
        ]),
  ];
}
