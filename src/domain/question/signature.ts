import { expandCases } from './case.ts';
import { type Question, withoutKey } from './question.ts';
import { meaningOf } from './sameness.ts';

/**
 * All that a question asks and offers, for finding the same one again whatever its ids and the order of its choices. Two
 * questions with one signature ask the same; a sign that carries meaning (12 − 4, 12 + 4) makes another.
 */
export function signatureOf(question: Question): string {
  const story = question.kind === 'case' ? [question.story] : [];
  const asked = expandCases([question]).flatMap((it) => {
    const { kind, id: _id, prompt, points: _points, ...offered } = withoutKey(it);
    return [kind, prompt, ...textsIn(offered).sort()];
  });
  return JSON.stringify([...story, ...asked].map((text) => meaningOf(text.replace(/\[\[[a-z0-9-]+\]\]/g, '[[]]'))));
}

/** Every text in the public part of a question; names are none. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([field, part]) => (field === 'id' ? [] : textsIn(part)));
}
