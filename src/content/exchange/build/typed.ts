import type { Built } from '#content/exchange/entry.ts';
import { base, explain, type Frame, type WeightedAnswer } from './frame.ts';

export function buildShortText(frame: Frame, answers: readonly WeightedAnswer[], matchesCase = false): Built {
  const full = answers.filter(({ percent }) => percent >= 100);
  const accepted = [...new Set(full.map(({ text }) => text.trim()))].filter(
    (text) => text !== '' && !/(?<!\\)\*/.test(text),
  );
  if (accepted.length === 0) {
    return {
      refused:
        full.length === 0
          ? 'tidak ada jawaban yang bernilai penuh.'
          : 'jawabannya memakai tanda * (apa saja); di sini jawaban ditulis lengkap.',
    };
  }
  const { rationale, changes } = explain(frame, full.find(({ feedback }) => feedback)?.feedback);
  const lost = [
    ...(answers.some(({ percent }) => percent > 0 && percent < 100) ? ['jawaban bernilai sebagian dihapus'] : []),
    ...(accepted.length < new Set(full.map(({ text }) => text.trim())).size ? ['jawaban dengan tanda * dihapus'] : []),
    ...(answers.some(({ percent, feedback }) => percent <= 0 && feedback) ? ['umpan balik jawaban salah dihapus'] : []),
    ...(matchesCase ? ['huruf besar dan kecil tidak lagi dibedakan'] : []),
  ];
  const slip = frame.extras.slip ?? false;
  return {
    question: {
      kind: 'short-text',
      ...base(frame, rationale),
      accepted: accepted.map((it) => it.replaceAll('\\*', '*')),
      slip,
    },
    changes: [...changes, ...lost],
  };
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
