import { describe, expect, it } from 'vitest';
import { add, onePath, readSmallContent, swap, twoCountries } from '../support/small-content.ts';

const course = 'courses/up-202/course.yaml';
const lesson = 'courses/up-202/biaya.mdx';
const countries = 'countries.yaml';
const paths = 'paths.yaml';

describe('countries', () => {
  const shown = (id: string, aspect: string) => add(`\n<Country id="${id}" />\n\n<Countries aspect="${aspect}" />\n`);

  it('need not be there, and are read in their order with every aspect that a source tells', async () => {
    expect((await readSmallContent()).content.countries?.value).toEqual([]);
    const { content, faults } = await readSmallContent({ [countries]: twoCountries('taiwan') });
    expect(faults).toEqual([]);
    expect(content.countries?.value).toEqual([
      { id: 'hong-kong', name: 'Hong Kong', wage: { text: 'Upah.', asOf: '2025', sources: ['B-HPP-1'] } },
      { id: 'taiwan', name: 'Taiwan' },
    ]);
  });

  it('are shown by lessons where they and the aspect exist, and suggested where a letter is wrong', async () => {
    const list = { [countries]: twoCountries('taiwan') };
    expect((await readSmallContent({ ...list, [lesson]: shown('taiwan', 'wage') })).faults).toEqual([]);
    const { faults } = await readSmallContent({ ...list, [lesson]: shown('taiwn', 'wages') });
    expect(faults.map(({ name, message }) => [name, message.split('?')[0]])).toEqual([
      ['negara-tidak-ada', 'negara "taiwn" belum ada di content/countries.yaml. Maksud Anda "taiwan"'],
      ['atribut-salah', '<Countries>: aspect berisi "wages". Maksud Anda "wage"'],
    ]);
    expect((await readSmallContent({ [lesson]: shown('taiwan', 'wage') })).faults).toMatchObject([
      { name: 'negara-tidak-ada' },
    ]);
  });
});

describe('how people ask for lessons', () => {
  const asked = 'asked.yaml';
  const read = (...entries: readonly string[]) =>
    readSmallContent({ [asked]: entries.map((entry) => `- { ${entry} }\n`).join('') });

  it('need not be there, and are read as they stand', async () => {
    expect((await readSmallContent()).content.asked?.value).toEqual([]);
    const { content, faults } = await read('lesson: up-202/biaya, typed: [gas habis brp]');
    expect(faults).toEqual([]);
    expect(content.asked?.value).toEqual([{ lesson: 'up-202/biaya', typed: ['gas habis brp'] }]);
  });

  it.each<[string, readonly string[], string]>([
    ['pelajaran-tidak-ada', ['lesson: up-202/biayaa, typed: [gas]'], 'Maksud Anda "up-202/biaya"?'],
    ['pertanyaan-ganda', ['lesson: up-202/biaya, typed: [gas habis, "Gas  habis!"]'], 'sudah menuju up-202/biaya'],
    ['pertanyaan-ganda', ['lesson: up-202/biaya, typed: [a b]', 'lesson: up-202/biaya, typed: [c d]'], 'Satukan.'],
    ['isian-salah', ['lesson: biaya, typed: [gas]'], 'bukan nama pelajaran'],
    ['isian-salah', ['lesson: up-202/biaya, typed: []'], 'paling sedikit satu'],
    ['isian-salah', [`lesson: up-202/biaya, typed: [${'abcdefghijklm'.split('').join(', ')}]`], 'lebih dari 12'],
  ])('%s: %s', async (name, entries, sentence) => {
    const { faults } = await read(...entries);
    expect(faults).toEqual([expect.objectContaining({ name, file: `content/${asked}` })]);
    expect(faults[0]?.message).toContain(sentence);
  });
});

describe('chosen answers', () => {
  const answers = 'answers.yaml';
  const write = (need: string, alike = '[]') =>
    `alike: ${alike}\nneeds:\n  - { id: gas, title: Gas bocor, typed: [gas bocor], ${need} }\n`;
  const place = 'lesson: up-202/biaya, section: Langkah Anda minggu ini, contact: sapa-129';

  it('need not be there, and are read as they stand', async () => {
    expect((await readSmallContent()).content.answers).toBeUndefined();
    const { content, faults } = await readSmallContent({ [answers]: write(place, '[[gas, elpiji]]') });
    expect(faults).toEqual([]);
    expect(content.answers?.value.needs[0]).toMatchObject({ id: 'gas', lesson: 'up-202/biaya', contact: 'sapa-129' });
  });

  it.each<[string, string, string]>([
    ['pelajaran-tidak-ada', place.replace('biaya', 'biayaa'), 'Maksud Anda "up-202/biaya"?'],
    ['bagian-tidak-ada', place.replace('minggu', 'bulan'), 'Tulis persis seperti judul bagiannya.'],
    ['bagian-tidak-ada', 'section: Langkah, contact: sapa-129', 'hanya berguna bersama `lesson`'],
    ['kontak-tidak-ada', place.replace('129', '128'), 'Maksud Anda "sapa-129"?'],
    ['isian-kurang', place.replace(/, contact.*/, ''), 'contact belum ditulis'],
    ['isian-salah', place.replace('up-202/biaya', 'biaya'), 'bukan nama pelajaran'],
  ])('%s where something does not exist: %s', async (name, need, sentence) => {
    const { faults } = await readSmallContent({ [answers]: write(need) });
    expect(faults).toEqual([expect.objectContaining({ name, file: `content/${answers}` })]);
    expect(faults[0]?.message).toContain(sentence);
  });

  it('a contact without a number to tap is none', async () => {
    const { faults } = await readSmallContent({
      [answers]: write(place),
      'contacts.yaml': swap('phone: "129"', 'web: https://contoh.go.id'),
    });
    expect(faults.map(({ name }) => name)).toEqual(['kontak-tidak-ada']);
    expect(faults[0]?.message).toContain('tidak punya nomor');
  });

  it('what people type must lead to its own need, and each id stands once', async () => {
    const second = '  - { id: gas, title: Lain, typed: [gas, bocor gas dapur], contact: sapa-129 }\n';
    const { faults } = await readSmallContent({ [answers]: write(place) + second });
    expect(faults.map(({ name }) => name)).toEqual(['id-ganda']);
    const other = second.replace('id: gas', 'id: dapur').replace('gas, bocor gas dapur', 'dapur gas, bocor gas');
    const both = await readSmallContent({ [answers]: write(place) + other });
    expect(both.faults).toEqual([expect.objectContaining({ name: 'jawaban-bentrok', line: 4 })]);
    expect(both.faults[0]?.message).toContain('"bocor gas" sudah menuju "gas"');
  });
});

describe('learning paths', () => {
  it('need not be there, and are read with their courses in order', async () => {
    expect((await readSmallContent()).content.paths?.value).toEqual([]);
    const { content, faults } = await readSmallContent({ [paths]: onePath('up-202') });
    expect(faults).toEqual([]);
    expect(content.paths?.value).toEqual([{ id: 'pulang', title: 'Pulang', summary: 'A', courses: ['up-202'] }]);
  });

  it('suggest the course that was meant, and ask for a door to every course of participants', async () => {
    const slip = await readSmallContent({ [paths]: onePath('up-2002') });
    expect(slip.faults).toMatchObject([
      { name: 'kursus-tanpa-jalur', severity: 'warning', file: `content/${course}`, line: 1 },
      { name: 'kursus-tidak-ada', message: expect.stringContaining('Maksud Anda "up-202"?') as string },
    ]);
    const forTrainers = { [course]: swap('[purna]', '[pelatih]'), [paths]: onePath('up-2002') };
    expect((await readSmallContent(forTrainers)).faults).toMatchObject([{ name: 'kursus-tidak-ada' }]);
  });

  it('are pages that lessons may lead to', async () => {
    const link = { [lesson]: swap('](../)', '](/jalur/pulang/)') };
    expect((await readSmallContent({ ...link, [paths]: onePath('up-202') })).faults).toEqual([]);
    expect((await readSmallContent(link)).faults).toMatchObject([{ name: 'tautan-putus' }]);
  });
});
