import { suggest } from '#domain/suggestion.ts';
import type { Path, QuestionProblem, QuestionText } from './authored-kind.ts';
import type { Choice, Item } from './kind.ts';
import { comparerFor, meaningOf } from './sameness.ts';
import { foldSpelling } from './accepted.ts';

/** The words of choices, and what is said to whoever picked one. */
export function choiceTexts(choices: readonly Choice[]): readonly QuestionText[] {
  return choices.flatMap(({ text, feedback }, at) => {
    const own = { path: ['choices', at], text, holdsMedia: true };
    return feedback === undefined
      ? [own]
      : [own, { path: ['choices', at, 'feedback'], text: feedback, holdsMedia: false }];
  });
}

/** Texts of a list that is typed or picked from. */
export function acceptedTexts(accepted: readonly string[], path: Path): readonly QuestionText[] {
  return accepted.map((text, at) => ({ path: [...path, at], text, holdsMedia: false }));
}

/** Choices with the ids of the right ones. */
export function checkChoices(
  { prompt, choices }: { readonly prompt: string; readonly choices: readonly Choice[] },
  keys: readonly string[],
  mode: 'practice' | 'assessment',
): readonly QuestionProblem[] {
  const told = choices.flatMap(({ feedback }, at): readonly QuestionProblem[] => {
    if (feedback === undefined || mode === 'practice') return [];
    const message = 'feedback hanya tampil di latihan. Hapus, atau pindahkan isinya ke rationale.';
    return [{ path: ['choices', at, 'feedback'], name: 'hanya-untuk-latihan', message, isWarning: true }];
  });
  const same = checkItems(choices, (at) => ['choices', at], comparerFor(prompt));
  return [...same, ...told, ...checkKeys(choices, keys)];
}

function checkKeys(choices: readonly Choice[], keys: readonly string[]): readonly QuestionProblem[] {
  const ids = choices.map(({ id }) => id);
  return keys.flatMap((key, at) => {
    const path = ['key', at];
    const faults: QuestionProblem[] = [];
    if (!ids.includes(key)) {
      const message = `kunci "${key}" tidak ada di antara pilihan.${suggest(key, ids)} Pilihannya: ${ids.join(', ')}.`;
      faults.push({ path, name: 'kunci-tidak-ada', message });
    }
    if (keys.indexOf(key) !== at) {
      faults.push({ path, name: 'kunci-ganda', message: `kunci "${key}" ditulis dua kali. Hapus salah satu.` });
    }
    return faults;
  });
}

/** Things to choose, to order or to join: each id and each text once. */
export function checkItems(
  items: readonly Item[],
  pathOf: (at: number) => Path,
  compared: (text: string) => string = meaningOf,
): readonly QuestionProblem[] {
  const ids = items.map(({ id }) => id);
  const twice = ids.flatMap((id, at): readonly QuestionProblem[] => {
    if (ids.indexOf(id) === at) return [];
    const message = `id pilihan "${id}" dipakai dua kali. Pilih id lain.`;
    return [{ path: pathOf(at), name: 'id-pilihan-ganda', message }];
  });
  const texts = items.map(({ text }) => text);
  return [...twice, ...checkTexts(texts, pathOf, compared)];
}

/** What is offered to choose: each text once. */
export function checkTexts(
  texts: readonly string[],
  pathOf: (at: number) => Path,
  compared: (text: string) => string,
): readonly QuestionProblem[] {
  const meanings = texts.map(compared);
  return texts.flatMap((text, at): readonly QuestionProblem[] => {
    if (meanings.indexOf(meanings[at] ?? '') === at) return [];
    return [{ path: pathOf(at), name: 'pilihan-sama', message: `pilihan "${text}" muncul dua kali. Ubah salah satu.` }];
  });
}

/** What may be typed: each wording once, and each with something in it. */
export function checkAccepted(accepted: readonly string[], path: Path): readonly QuestionProblem[] {
  const folded = accepted.map(foldSpelling);
  return accepted.flatMap((text, at): readonly QuestionProblem[] => {
    if (folded[at] === '') {
      const message = `jawaban "${text}" tidak berisi huruf. Tulis katanya.`;
      return [{ path: [...path, at], name: 'jawaban-kosong', message }];
    }
    if (folded.indexOf(folded[at] ?? '') === at) return [];
    const message = `jawaban "${text}" sudah ada: huruf besar, spasi, dan tanda hubung tidak dibedakan. Hapus salah satu.`;
    return [{ path: [...path, at], name: 'jawaban-ganda', message }];
  });
}
