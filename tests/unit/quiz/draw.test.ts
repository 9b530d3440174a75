import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attemptSeed, seedNumber } from '#domain/quiz/draw/attempt-seed.ts';
import { drawQuestions, isSeed, shuffleChoices } from '#domain/quiz/draw/draw.ts';

const bank = Array.from({ length: 20 }, (_, at) => ({ id: `soal-${at}` }));
const seeds = fc.stringMatching(/^[A-Za-z0-9-]{1,64}$/);
const banks = fc
  .uniqueArray(fc.stringMatching(/^[a-z0-9-]{1,12}$/), { maxLength: 30 })
  .map((ids) => ids.map((id) => ({ id })));

describe('drawQuestions', () => {
  it('draws the same questions for the same seed, on every machine and in every release', () => {
    expect(drawQuestions(bank, { draw: 5, shuffle: true, seed: 'kuripan-1' })).toEqual([
      'soal-18',
      'soal-7',
      'soal-13',
      'soal-5',
      'soal-15',
    ]);
  });

  it('draws as many distinct questions of the bank as asked', () => {
    fc.assert(
      fc.property(banks, fc.integer({ min: 1, max: 40 }), fc.boolean(), seeds, (questions, draw, shuffle, seed) => {
        const drawn = drawQuestions(questions, { draw, shuffle, seed });
        expect(new Set(drawn).size).toBe(drawn.length);
        expect(drawn.length).toBe(Math.min(draw, questions.length));
        expect(questions.map(({ id }) => id)).toEqual(expect.arrayContaining([...drawn]));
      }),
    );
  });

  it('draws by the names of the questions, not by their places in the bank', () => {
    fc.assert(
      fc.property(banks, fc.integer({ min: 1, max: 10 }), seeds, (questions, draw, seed) => {
        const backwards = [...questions].reverse();
        expect(drawQuestions(backwards, { draw, shuffle: true, seed })).toEqual(
          drawQuestions(questions, { draw, shuffle: true, seed }),
        );
      }),
    );
  });

  it('keeps the order of the bank where nothing is shuffled', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 20 }), (seed, draw) => {
        const ids = bank.map(({ id }) => id);
        const places = drawQuestions(bank, { draw, shuffle: false, seed }).map((id) => ids.indexOf(id));
        expect(places).toEqual([...places].sort((a, b) => a - b));
      }),
    );
  });

  it('gives every question about the same chance, and every place in the order too', () => {
    const rounds = 4000;
    const drawn = new Map<string, number>();
    const first = new Map<string, number>();
    for (let round = 0; round < rounds; round += 1) {
      const ids = drawQuestions(bank, { draw: 10, shuffle: true, seed: `angkatan-${round}` });
      for (const id of ids) drawn.set(id, (drawn.get(id) ?? 0) + 1);
      first.set(ids[0] ?? '', (first.get(ids[0] ?? '') ?? 0) + 1);
    }
    // 99.99 % of fair draws stay below this chi-squared value with 19 degrees of freedom.
    expect(chiSquared([...drawn.values()], (rounds * 10) / 20)).toBeLessThan(52);
    expect(chiSquared([...first.values()], rounds / 20)).toBeLessThan(52);
    expect(first.size).toBe(20);
  });
});

describe('attemptSeed', () => {
  const owners = Array.from({ length: 1000 }, (_, at) => ({ person: `orang-${at}`, course: 'up-202', quiz: 'ujian' }));

  it('gives everybody, at every attempt, each question with about the same chance', () => {
    for (const number of [0, 1, 2, 3]) {
      const drawn = new Map<string, number>();
      for (const owner of owners) {
        const ids = drawQuestions(bank, { draw: 10, shuffle: true, seed: attemptSeed(owner, number) });
        for (const id of ids) drawn.set(id, (drawn.get(id) ?? 0) + 1);
      }
      expect(chiSquared([...drawn.values()], (owners.length * 10) / 20)).toBeLessThan(52);
    }
  });

  it('is a seed that is known again as this attempt of this person, and as nobody else’s', () => {
    for (const [at, owner] of owners.entries()) {
      const seed = attemptSeed(owner, at % 7);
      expect([isSeed(seed), seedNumber(seed, owner)]).toEqual([true, at % 7]);
      expect(seedNumber(seed, { ...owner, person: 'lain' })).toBeUndefined();
      expect(seedNumber(seed, { ...owner, quiz: 'lain' })).toBeUndefined();
    }
  });

  it('of whoever is not signed in is the same for all, and is taken from everybody', () => {
    const nobody = { person: '', course: 'up-202', quiz: 'ujian' };
    expect(attemptSeed(nobody, 5)).toBe(attemptSeed(nobody, 0));
    expect(seedNumber(attemptSeed(nobody, 0), owners[0] ?? nobody)).toBe(0);
    expect(seedNumber('0-sembarang', nobody)).toBeUndefined();
  });
});

describe('shuffleChoices', () => {
  const choices = [
    { id: 'a', text: 'satu' },
    { id: 'b', text: 'dua' },
    { id: 'c', text: 'tiga' },
  ];

  it('shows all choices in each of their orders about equally often', () => {
    const orders = new Map<string, number>();
    for (let round = 0; round < 3000; round += 1) {
      const order = shuffleChoices(choices, `s${round}`, 'gas')
        .map(({ id }) => id)
        .join('');
      orders.set(order, (orders.get(order) ?? 0) + 1);
    }
    expect([...orders.keys()].sort()).toEqual(['abc', 'acb', 'bac', 'bca', 'cab', 'cba']);
    expect(chiSquared([...orders.values()], 500)).toBeLessThan(26);
  });

  it('shuffles two questions of one attempt differently', () => {
    const rounds = Array.from({ length: 600 }, (_, at) => `s${at}`);
    const same = rounds.filter((seed) => {
      const [one, two] = ['gas', 'sewa'].map((question) =>
        shuffleChoices(choices, seed, question)
          .map(({ id }) => id)
          .join(''),
      );
      return one === two;
    });
    expect(same.length).toBeGreaterThan(60);
    expect(same.length).toBeLessThan(140);
  });
});

describe('isSeed', () => {
  it('takes letters, digits and hyphens, and nothing that could reach a path or a query', () => {
    expect(['a', 'A-9', 'x'.repeat(64)].every(isSeed)).toBe(true);
    expect(['', 'x'.repeat(65), 'a b', 'a/b', 'ä', 'a\n'].some(isSeed)).toBe(false);
  });
});

/** How far counts lie from what a fair draw gives. */
function chiSquared(counts: readonly number[], expected: number): number {
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}
