import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPacked, isReal, packWords } from '#domain/search/words/real-words.ts';
import { readIndonesianBases, readSpokenWords } from '#release/search/indonesian-bases.ts';

const letters = fc.string({ unit: fc.constantFrom(...'aeiudmnpkgrst'), minLength: 3, maxLength: 12 });

test('packed words are all there', () => {
  fc.assert(
    fc.property(fc.uniqueArray(letters, { maxLength: 200 }), (words) => {
      const bits = packWords(words);
      expect(words.filter((word) => !isPacked(word, bits))).toEqual([]);
    }),
  );
});

test('hardly any other word is taken for one of them', () => {
  const bits = packWords(Array.from({ length: 3_000 }, (_, at) => `kata${at}`));
  const wrong = Array.from({ length: 10_000 }, (_, at) => `lain${at}`).filter((word) => isPacked(word, bits));
  expect(wrong.length).toBeLessThan(100);
});

test('nothing stands in a field that is empty', () => {
  expect(isPacked('kata', new Uint8Array())).toBe(false);
});

test('words that villages use are real, in any form that grammar makes of them; slips are not', async () => {
  const bases = new Set([...(await readIndonesianBases()), ...(await readSpokenWords())]);
  const real = `garam halal pirt liar cerai bercerai perceraian menikah membakar menggoreng berkebun menjahit memancing sawah
    kucing pertanian masakan hujan banjir dokter perawat jembatan pengajian tetangga selingkuh wedhus nib bpjs stunting
    bersepeda nyanyian melamar pengangguran perokok mabuk penjara pengadilan warisan dipenjara posyandu pinjol loro`;
  for (const word of real.split(/\s+/)) expect([word, isReal(word, (it) => bases.has(it))]).toEqual([word, true]);
  const slips =
    'berangkt majikn keluraga pasprt perjanjain kontrk penempatn dibyr kesehatn uagn koprasi angota mengitung';
  for (const word of slips.split(' ')) expect([word, isReal(word, (it) => bases.has(it))]).toEqual([word, false]);
});
