import { foldSpelling } from '#domain/question/accepted.ts';
import type { Built } from '#content/exchange/entry.ts';
import { base, explain, type Frame, type WeightedAnswer } from './frame.ts';

export function buildShortText(frame: Frame, answers: readonly WeightedAnswer[], matchesCase = false): Built {
  const full = answers.filter(({ percent }) => percent >= 100);
  const texts = full.map(({ text }) => text.trim()).filter((text) => text !== '');
  const whole = texts.filter((text) => !/(?<!\\)\*/.test(text)).map((text) => text.replaceAll('\\*', '*'));
  const { accepted, note } = withoutRepeats(whole);
  if (accepted.length === 0) {
    return {
      refused:
        texts.length === 0
          ? 'tidak ada jawaban yang bernilai penuh.'
          : 'jawabannya memakai tanda * (apa saja); di sini jawaban ditulis lengkap.',
    };
  }
  const { rationale, changes } = explain(frame, full.find(({ feedback }) => feedback)?.feedback);
  const lost = [
    ...(answers.some(({ percent }) => percent > 0 && percent < 100) ? ['jawaban bernilai sebagian dihapus'] : []),
    ...(whole.length < texts.length ? ['jawaban dengan tanda * dihapus'] : []),
    ...(answers.some(({ percent, feedback }) => percent <= 0 && feedback) ? ['umpan balik jawaban salah dihapus'] : []),
    ...(matchesCase ? ['huruf besar dan kecil tidak lagi dibedakan'] : []),
    ...(note === undefined ? [] : [note]),
  ];
  const slip = frame.extras.slip ?? false;
  return {
    question: { kind: 'short-text', ...base(frame, rationale), accepted, slip },
    changes: [...changes, ...lost],
  };
}

/** Answers that differ in nothing that counts here (case, spaces, hyphens) become one; other banks list them all. */
export function withoutRepeats(texts: readonly string[]): {
  readonly accepted: readonly string[];
  readonly note?: string;
} {
  const folded = texts.map(foldSpelling);
  const accepted = texts.filter((_, at) => folded.indexOf(folded[at] ?? '') === at);
  const merged = [...new Set(texts)].filter((text) => !accepted.includes(text));
  if (merged.length === 0) return { accepted };
  const list = merged.map((text) => `"${text}"`).join(', ');
  return { accepted, note: `jawaban ${list} digabung: huruf besar, spasi, dan tanda hubung tidak dibedakan` };
}

/** A right number: `percent` of the points for whatever lies within `tolerance`. */
export interface WeightedNumber {
  readonly value: number;
  readonly tolerance: number;
  readonly percent: number;
  readonly feedback?: string | undefined;
}

export function buildNumber(frame: Frame, answers: readonly WeightedNumber[], unit?: string): Built {
  const full = answers.filter(({ percent }) => percent >= 100);
  const [right] = full;
  if (right === undefined) return { refused: 'tidak ada jawaban yang bernilai penuh.' };
  if (full.some(({ value }) => value !== right.value))
    return { refused: 'lebih dari satu angka bernilai penuh; di sini satu angka dengan tolerance.' };
  if (!Number.isFinite(right.value) || !(right.tolerance >= 0)) return { refused: 'angka jawabannya tidak terbaca.' };
  const { rationale, changes } = explain(frame, right.feedback);
  const shownUnit = frame.extras.unit ?? unit;
  return {
    question: {
      kind: 'number',
      ...base(frame, rationale),
      ...(shownUnit !== undefined && shownUnit !== '' && { unit: shownUnit }),
      key: right.value,
      tolerance: Math.max(...full.map(({ tolerance }) => tolerance)),
    },
    changes: [...changes, ...(full.length < answers.length ? ['jawaban bernilai sebagian dihapus'] : [])],
  };
}
