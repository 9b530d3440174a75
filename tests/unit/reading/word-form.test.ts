import { expect, it } from 'vitest';
import { isKnownWithEnding } from '#domain/reading/word-form.ts';

const words = new Set(['status', 'sanggup', 'tahu', 'buku', 'Adha']);
const isKnown = (word: string) => isKnownWithEnding(word, (it) => words.has(it));

it('knows a word behind the endings of belonging and of asking, one or both', () => {
  expect(['statusnya', 'Sanggupkah', 'bukumu', 'bukunyalah', 'tahuku'].filter((word) => !isKnown(word))).toEqual([]);
});

it('knows no word for its own sake, none by other endings, and no slip', () => {
  expect(['status', 'statusan', 'dibuku', 'statsunya', 'nya', 'lah'].filter(isKnown)).toEqual([]);
});
