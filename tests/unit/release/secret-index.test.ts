import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openSecretIndex, type Secret } from '#release/site/secret-index.ts';

/** What the index must find, by looking for each secret in turn. */
function findOneByOne(secrets: readonly Secret[], words: string): readonly Secret[] {
  return secrets.filter((secret) => words.includes(secret.words));
}

// Few words, so that beginnings, ends and middles of secrets come together again and again; some are part of others.
const word = fc.constantFrom('gas', 'gaskan', 'biaya', 'tetap', 'a', 'ab', 'b', 'makin', 'banyak', '5', '50');
const sentence = (longest: number) => fc.array(word, { minLength: 1, maxLength: longest }).map((it) => it.join(' '));
const secretTexts = fc.array(
  fc
    .tuple(sentence(9), fc.nat(3), fc.boolean())
    .map(([text, cut, gap]) => text.slice(0, text.length - cut) + (gap ? ' ' : '')),
  { maxLength: 12 },
);

test('finds the same secrets in the same order as looking for each of them', () => {
  fc.assert(
    fc.property(secretTexts, sentence(40), fc.array(fc.nat(11), { maxLength: 3 }), (texts, around, planted) => {
      const secrets = texts.map((words, at) => ({ where: String(at), words }));
      const words = [around, ...planted.flatMap((at) => texts[at] ?? []), around].join('');
      expect(openSecretIndex(secrets)(words)).toEqual(findOneByOne(secrets, words));
    }),
    { numRuns: 2_000 },
  );
});

test('finds a secret whose first and last words are glued to others', () => {
  const secret = { where: 'ujian', words: 'makin banyak batch makin banyak gas' };
  const find = openSecretIndex([secret]);
  expect(find('isimakin banyak batch makin banyak gasnya')).toEqual([secret]);
  expect(find('makin banyak batchnya makin banyak gas')).toEqual([]);
});
