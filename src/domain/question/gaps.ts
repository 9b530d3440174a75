import type { FaultName } from '#domain/fault/names.ts';
import { suggest } from '#domain/suggestion.ts';
import type { Path, QuestionProblem } from './authored-kind.ts';
import { checkAccepted, checkTexts } from './checks.ts';
import { comparerFor } from './sameness.ts';

/** A gap that is typed, or chosen from a list. */
export type Blank =
  | { readonly accepted: readonly string[]; readonly slip: boolean }
  | { readonly choices: readonly string[]; readonly key: string };

/** What is told around gaps, the text with them, and what belongs into each. */
interface GapText {
  readonly prompt: string;
  readonly text: string;
  readonly blanks: Readonly<Record<string, Blank>>;
}

/** A text cut at its gaps: plain parts have `text`, gaps have the name of their blank. */
export function splitGaps(
  text: string,
): readonly ({ readonly text: string; readonly gap?: undefined } | { readonly gap: string })[] {
  return text
    .split(/(\[\[[a-z0-9-]+\]\])/)
    .filter((part) => part !== '')
    .map((part) => (/^\[\[[a-z0-9-]+\]\]$/.test(part) ? { gap: part.slice(2, -2) } : { text: part }));
}

/** A text with gaps (the field `text`) against its blanks (`blanks`), both ways, and each blank by itself. */
export function checkGaps({ prompt, text, blanks }: GapText): readonly QuestionProblem[] {
  const gaps = splitGaps(text).flatMap(({ gap }) => gap ?? []);
  const names = Object.keys(blanks);
  return [
    ...checkText(text, gaps, names),
    ...names.flatMap((name): readonly QuestionProblem[] => {
      if (gaps.includes(name)) return [];
      const message = `"${name}" tidak ada di text.${suggest(name, gaps)} Tulis [[${name}]] di tempatnya, atau hapus isian ini.`;
      return [{ path: ['blanks', name], name: 'isian-tanpa-tempat', message }];
    }),
    ...Object.entries(blanks).flatMap(([name, blank]) => checkBlank(blank, ['blanks', name], comparerFor(prompt))),
  ];
}

function checkText(text: string, gaps: readonly string[], names: readonly string[]): readonly QuestionProblem[] {
  const odd = [...text.matchAll(/\[\[([^\]]*)\]?\]?/g)].find(([, name = '']) => !gaps.includes(name));
  const unknown = gaps.find((gap) => !names.includes(gap));
  const twice = gaps.find((gap, at) => gaps.indexOf(gap) !== at);
  const said = (name: FaultName, message: string) => [{ path: ['text'], name, message }];
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

function checkBlank(blank: Blank, path: Path, compared: (text: string) => string): readonly QuestionProblem[] {
  if (!('choices' in blank)) return checkAccepted(blank.accepted, [...path, 'accepted']);
  const { choices, key } = blank;
  const same = checkTexts(choices, (at) => [...path, 'choices', at], compared);
  if (choices.includes(key)) return same;
  const message = `kunci "${key}" tidak ada di antara pilihan.${suggest(key, choices)} Pilihannya: ${choices.join(', ')}.`;
  return [...same, { path: [...path, 'key'], name: 'kunci-tidak-ada', message }];
}
