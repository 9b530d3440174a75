import { missingRationale } from '#domain/lint/quiz/quality.ts';
import type { Choice, Item } from '#domain/question/kind.ts';
import type { Built, DraftQuestion } from './entry.ts';
import type { Extras } from './extras.ts';
import { slugsOf } from './slug.ts';

// Question files of others give every answer a percentage; ours have a key. Here one becomes the other, and what is lost is said.

/** One answer of a question file: percent of the points it earns (−100 to 100). */
export interface WeightedAnswer {
  readonly text: string;
  readonly percent: number;
  readonly feedback?: string | undefined;
}

/** What all kinds have in common. */
export interface Frame {
  readonly prompt: string;
  /** General feedback. */
  readonly rationale?: string | undefined;
  readonly extras: Extras;
  readonly points?: number | undefined;
}

/** One right choice, or several; `several` where the file says that more than one may be picked. */
export function buildChoices(frame: Frame, answers: readonly WeightedAnswer[], several = false): Built {
  const full = answers.filter(({ percent }) => percent >= 100);
  const positive = answers.filter(({ percent }) => percent > 0);
  const { extras } = frame;
  const isMultiple = extras.kind === 'multiple' || several || (full.length === 0 && positive.length > 1);
  if (positive.length === 0) return { refused: 'tidak ada jawaban yang benar.' };
  if (!isMultiple && full.length === 0) return { refused: 'tidak ada jawaban yang bernilai penuh.' };
  if (!isMultiple && full.length > 1)
    return { refused: 'lebih dari satu jawaban bernilai penuh, padahal hanya satu boleh dipilih.' };
  const ids = slugsOf(
    answers.map(({ text }) => text),
    extras.ids,
  );
  const choices = answers.map(({ text, feedback }, at): Choice => {
    return {
      id: ids[at] ?? '',
      text,
      ...(extras.fixed?.includes(at) && { fixed: true }),
      ...(feedback !== undefined && feedback !== '' && { feedback }),
    };
  });
  const key = answers.flatMap(({ percent }, at) => (percent > 0 ? (ids[at] ?? '') : []));
  if (isMultiple) {
    const { rationale, changes } = explain(frame);
    return {
      question: { kind: 'multiple', ...base(frame, rationale), choices, key },
      changes: [...changes, ...weightChanges(answers)],
    };
  }
  const right = answers.findIndex(({ percent }) => percent >= 100);
  const { rationale, changes } = explain(frame, answers[right]?.feedback);
  const partial = answers.some(({ percent }) => percent > 0 && percent < 100);
  return {
    question: { kind: 'single', ...base(frame, rationale), choices, key: ids[right] ?? '' },
    changes: [...changes, ...(partial ? ['nilai sebagian untuk pilihan lain dihapus'] : [])],
  };
}

export function buildTrueFalse(
  frame: Frame,
  key: boolean,
  feedback: { readonly right?: string | undefined; readonly wrong?: string | undefined },
): Built {
  const { rationale, changes } = explain(frame, feedback.right, feedback.wrong);
  return { question: { kind: 'true-false', ...base(frame, rationale), key }, changes };
}

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

/** Pairs; one right side may belong to several left ones, and one without a left one belongs to none. */
export function buildMatch(frame: Frame, pairs: readonly { readonly left: string; readonly right: string }[]): Built {
  const joined = pairs.filter(({ left }) => left.trim() !== '');
  const alone = pairs.filter(({ left }) => left.trim() === '');
  const rights = [...new Set([...joined, ...alone].map(({ right }) => right.trim()))];
  if (rights.includes('')) return { refused: 'ada pasangan tanpa sisi kanan.' };
  const leftIds = slugsOf(
    joined.map(({ left }) => left),
    frame.extras.ids,
  );
  const rightIds = slugsOf(rights, frame.extras.rightIds);
  const rightOf = (text: string): Item => ({ id: rightIds[rights.indexOf(text.trim())] ?? '', text: text.trim() });
  const used = new Set(joined.map(({ right }) => right.trim()));
  const { rationale, changes } = explain(frame);
  return {
    question: {
      kind: 'match',
      ...base(frame, rationale),
      pairs: joined.map(({ left, right }, at) => ({
        left: { id: leftIds[at] ?? '', text: left.trim() },
        right: rightOf(right),
      })),
      extra: rights.filter((text) => !used.has(text)).map(rightOf),
    },
    changes,
  };
}

/** Items in their right order. */
export function buildOrder(frame: Frame, items: readonly string[]): Built {
  const ids = slugsOf(items, frame.extras.ids);
  const { rationale, changes } = explain(frame);
  return {
    question: {
      kind: 'order',
      ...base(frame, rationale),
      items: items.map((text, at) => ({ id: ids[at] ?? '', text })),
      marking: frame.extras.marking ?? 'neighbours',
    },
    changes,
  };
}

/** Fields of every question, in the order in which authors write them. */
export function base({ prompt, extras, points }: Frame, rationale: string) {
  const { hint, source, read } = extras;
  return {
    prompt,
    rationale,
    ...(hint !== undefined && { hint }),
    ...(source !== undefined && { source }),
    ...(read !== undefined && { read }),
    points: extras.points ?? Math.max(1, Math.round(points ?? 1)),
  } satisfies Partial<DraftQuestion>;
}

/** The rationale: general feedback, else what the file says to whoever was right; what else it says is lost. */
export function explain(
  { rationale, points }: Frame,
  right?: string,
  wrong?: string,
): { readonly rationale: string; readonly changes: readonly string[] } {
  const [general = '', own = '', other = ''] = [rationale, right, wrong].map((it) => it?.trim());
  const changes = [
    ...(points !== undefined && points !== Math.round(points) ? ['poin dibulatkan'] : []),
    ...(other !== '' ? ['umpan balik untuk jawaban salah dihapus'] : []),
  ];
  if (general !== '') return { rationale: general, changes };
  if (own !== '') return { rationale: own, changes };
  return { rationale: missingRationale, changes: ['pembahasan belum ada; tulis rationale-nya'] };
}

/** Ours: every right choice earns the same, every wrong one costs as much. */
function weightChanges(answers: readonly WeightedAnswer[]): readonly string[] {
  const right = answers.filter(({ percent }) => percent > 0);
  const even = right.every(({ percent }) => Math.abs(percent - 100 / right.length) < 1);
  const costs = answers
    .filter(({ percent }) => percent <= 0)
    .every(({ percent }) => Math.abs(percent + 100 / right.length) < 1);
  return even && costs ? [] : ['bobot pilihan disamakan: yang benar bernilai sama, yang salah mengurangi sebanyak itu'];
}
