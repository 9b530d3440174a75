import { expect, test } from 'vitest';
import { matchesWords } from '#domain/person/person-search.ts';

const person = { name: 'Hj. Nur’aini Yūsuf', login: 'nuraini2' };

test.each(['', '  ', 'nur', 'yusuf', 'YUSUF hj', 'nuraini2', 'yusuf  nur'])('“%s” finds her', (words) => {
  expect(matchesWords(person, words)).toBe(true);
});

test.each(['siti', 'nur siti', 'nuraini22', '%'])('“%s” does not', (words) => {
  expect(matchesWords(person, words)).toBe(false);
});
