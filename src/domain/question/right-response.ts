import type { Given, SimpleQuestion } from './question.ts';

/** A response that earns all points: for examples, made-up records and tests. Holds the key. */
export function rightResponse(question: SimpleQuestion): Given {
  switch (question.kind) {
    case 'single':
      return { choice: question.key };
    case 'multiple':
      return { choices: question.choices.map(({ id }) => id).filter((id) => question.key.includes(id)) };
    case 'true-false':
      return { value: question.key };
    case 'number':
      return { text: String(question.key).replace('.', ',') };
    case 'short-text':
      return { text: question.accepted[0] ?? '' };
    case 'order':
      return { order: question.items.map(({ id }) => id) };
    case 'match':
      return { pairs: Object.fromEntries(question.pairs.map(({ left, right }) => [left.id, right.id])) };
    case 'cloze': {
      const rightTexts = Object.entries(question.blanks).map(
        ([id, blank]) => [id, 'choices' in blank ? blank.key : (blank.accepted[0] ?? '')] as const,
      );
      return { blanks: Object.fromEntries(rightTexts) };
    }
  }
}

/** A response that can be read and earns nothing, or less than all. */
export function wrongResponse(question: SimpleQuestion): Given {
  switch (question.kind) {
    case 'single':
      return { choice: question.choices.find(({ id }) => id !== question.key)?.id ?? question.key };
    case 'multiple':
      return { choices: question.choices.map(({ id }) => id).filter((id) => !question.key.includes(id)) };
    case 'true-false':
      return { value: !question.key };
    case 'number':
      return { text: String(Math.trunc(question.key) + Math.ceil(question.tolerance) + 1) };
    case 'short-text':
      return { text: 'tidak tahu' };
    case 'order':
      return { order: question.items.map(({ id }) => id).reverse() };
    case 'match': {
      const right = question.pairs.map((pair) => pair.right.id);
      const moved = question.pairs.map(({ left }, at) => [left.id, right[(at + 1) % right.length] ?? ''] as const);
      return { pairs: Object.fromEntries(moved) };
    }
    case 'cloze': {
      const wrongTexts = Object.entries(question.blanks).map(
        ([id, blank]) =>
          [id, 'choices' in blank ? (blank.choices.find((it) => it !== blank.key) ?? '') : 'tidak tahu'] as const,
      );
      return { blanks: Object.fromEntries(wrongTexts) };
    }
  }
}
