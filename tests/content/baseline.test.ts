import { expect, it } from 'vitest';
import { buildCatalogue } from '#content/catalogue.ts';
import { type Change, readSmallContent } from '../support/small-content.ts';

const file = 'courses/up-202/uji-awal.quiz.yaml';
const bank = (questions: readonly string[], settings = 'mode: assessment') =>
  `title: Sebelum dan sesudah\n${settings}\npass: 0.7\nshuffle: true\nquestions:\n${questions.join('')}`;
const question = (id: string, prompt: string, more = 'read: biaya') =>
  `  - { id: ${id}, kind: true-false, prompt: ${prompt}, key: true, rationale: Memang begitu., ${more} }\n`;
const two = [question('sewa', 'Sewa tungku termasuk biaya.'), question('upah', 'Upah sendiri termasuk biaya.')];

async function faultsOf(text: Change) {
  const { faults } = await readSmallContent({ [file]: text });
  return faults.filter(({ severity }) => severity === 'error').map(({ name }) => name);
}

it('a bank of before and after is content without a page', async () => {
  const { content, faults } = await readSmallContent({ [file]: bank(two) });
  expect(faults.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(faults.map(({ name }) => name)).not.toContain('kuis-tidak-dipakai');
  expect(content.quizzes.map(({ value }) => value.id)).toContain('uji-awal');
  expect(buildCatalogue(content).quizzes.map(({ quiz }) => quiz.id)).not.toContain('uji-awal');
});

it('it asks twice about each lesson, of which one is kept for afterwards', async () => {
  expect(await faultsOf(bank(two.slice(0, 1)))).toEqual(['uji-awal-kurang-soal']);
  expect(await faultsOf(bank(two.map((it) => it.replace('read: biaya', 'points: 1'))))).toEqual([
    'uji-awal-kurang-soal',
  ]);
});

it('it gives no key away and is not drawn', async () => {
  expect(await faultsOf(bank(two, 'mode: practice'))).toEqual(['uji-awal-bermode-latihan']);
  expect(await faultsOf(bank(two, 'mode: assessment\ndraw: 1'))).toEqual(['uji-awal-diundi']);
});

it('it asks nothing that an exam or a practice asks', async () => {
  const { content } = await readSmallContent();
  for (const [mode, name] of [
    ['assessment', 'soal-sama-dengan-ujian'],
    ['practice', 'soal-sama-dengan-latihan'],
  ] as const) {
    const asked = content.quizzes.find(({ value }) => value.mode === mode)?.value.questions[0];
    const copied = { ...asked, id: 'disalin', read: 'biaya' };
    expect(await faultsOf(bank([...two, `  - ${JSON.stringify(copied)}\n`]))).toEqual([name]);
  }
});
