import type { Choice } from '#domain/question/kind.ts';
import type { Built } from '#content/exchange/entry.ts';
import { slugsOf } from '#content/exchange/slug.ts';
import { base, explain, type Frame, type WeightedAnswer } from './frame.ts';

/** One right choice, or several, as the file says by `picked`; else several where no answer earns all. */
export function buildChoices(frame: Frame, answers: readonly WeightedAnswer[], picked?: 'one' | 'several'): Built {
  const full = answers.filter(({ percent }) => percent >= 100);
  const positive = answers.filter(({ percent }) => percent > 0);
  const { extras } = frame;
  const isMultiple =
    extras.kind === 'multiple' ||
    picked === 'several' ||
    (picked === undefined && full.length === 0 && positive.length > 1);
  if (positive.length === 0) return { refused: 'tidak ada jawaban yang benar.' };
  if (!isMultiple && full.length === 0) return { refused: 'tidak ada jawaban yang bernilai penuh.' };
  if (!isMultiple && full.length > 1)
    return {
      refused:
        'lebih dari satu jawaban bernilai penuh, padahal hanya satu boleh dipilih. Bila memang beberapa, beri bobot seperti %50%.',
    };
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
  const partial = answers.some(({ percent }) => percent !== 0 && percent < 100);
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

/** Ours: every right choice earns the same, every wrong one costs as much. */
function weightChanges(answers: readonly WeightedAnswer[]): readonly string[] {
  const right = answers.filter(({ percent }) => percent > 0);
  const even = right.every(({ percent }) => Math.abs(percent - 100 / right.length) < 1);
  const costs = answers
    .filter(({ percent }) => percent <= 0)
    .every(({ percent }) => Math.abs(percent + 100 / right.length) < 1);
  return even && costs ? [] : ['bobot pilihan disamakan: yang benar bernilai sama, yang salah mengurangi sebanyak itu'];
}
