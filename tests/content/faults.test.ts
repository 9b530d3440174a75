import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { readContent } from '#content/read.ts';
import { type Change, enoughWords, makeSmallContent, readSmallContent } from '../support/small-content.ts';

// Real files, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const course = 'courses/up-202/course.yaml';
const lesson = 'courses/up-202/biaya.mdx';
const practice = 'courses/up-202/biaya.quiz.yaml';
const assessment = 'courses/up-202/ujian-akhir.quiz.yaml';
const drawing = 'courses/up-202/alur.svg';
const countries = 'countries.yaml';
const paths = 'paths.yaml';
const guide = 'courses/up-202/panduan.mdx';
const smallGuide = (audience: string, prose: string) =>
  `---
title: Panduan
summary: Cara memimpin.
minutes: 30
sources: []
audience: ${audience}
reviewed: { on: 2026-11-01, next: 2027-05-01 }
---

${prose}
`;
const swap = (from: string, to: string) => (text: string) => {
  if (!text.includes(from)) throw new Error(`nothing to swap: ${from}`);
  return text.replace(from, to);
};
const gist = (sentences: readonly string[]) => swap('minutes:', `intinya: ${JSON.stringify(sentences)}\nminutes:`);
const add = (more: string) => (text: string) => text + more;

describe('content without a fault', () => {
  it('has none', async () => {
    expect((await readSmallContent()).faults).toEqual([]);
  });

  it('is read with its ids, defaults and full text', async () => {
    const { content } = await readSmallContent();
    expect(content.courses[0]?.value).toMatchObject({ id: 'up-202', lessons: ['biaya'] });
    expect(content.lessons[0]?.value).toMatchObject({ course: 'up-202', id: 'biaya', minutes: 20 });
    expect(content.lessons[0]?.value).not.toHaveProperty('intinya');
    expect(content.quizzes.map(({ value }) => value.questions[0])).toMatchObject([{ points: 1 }, { points: 1 }]);
    expect(content.facts?.value[0]?.sources[0]).toEqual({ id: 'S1', title: 'Buku', publisher: 'Penerbit', year: 2020 });
  });
});

it('files that systems and editors leave behind are passed over, wherever they lie', async () => {
  const names = ['.DS_Store', 'Thumbs.db', 'desktop.ini', '~$biaya.docx', '._biaya.mdx', '.~lock.kuis.csv#'];
  const left = names.flatMap((name) =>
    ['', 'courses/', 'courses/up-202/'].map((folder) => [folder + name, 'x'] as const),
  );
  expect((await readSmallContent(Object.fromEntries(left))).faults).toEqual([]);
  const { faults } = await readSmallContent({ 'courses/up-202/catatan.docx': 'x' });
  expect(faults.map(({ name }) => name)).toEqual(['berkas-tidak-dikenal']);
});

describe('each fault is named where it stands', () => {
  it.each<[string, string, string, Change]>([
    // Shape
    ['isian-tidak-dikenal', `${course}:2:1`, course, swap('title:', 'tittle:')],
    ['isian-kurang', `${course}:1:1`, course, swap('code: UP-202\n', '')],
    ['isian-salah', `${course}:1:1`, course, swap('UP-202', 'up202')],
    ['isian-salah', `${course}:4:1`, course, swap('usaha-produktif', 'usaha')],
    ['isian-salah', `${course}:5:1`, course, swap('[purna]', 'purna')],
    ['isian-salah', `${course}:5:12`, course, swap('[purna]', '[purnah]')],
    ['isian-salah', `${course}:9:29`, course, swap('0.75', '"0.75"')],
    ['isian-salah', `${course}:9:29`, course, swap('0.75', '75')],
    ['isian-salah', `${course}:11:29`, course, swap('2027-05-24', '2027-02-30')],
    ['isian-salah', `${lesson}:4:1`, lesson, swap('20', '3')],
    ['isian-salah', `${lesson}:2:1`, lesson, swap('title: Biaya', `title: ${'x'.repeat(71)}`)],
    ['isian-salah', `${lesson}:4:1`, lesson, gist(['Satu.', 'Dua.'])],
    ['isian-salah', `${lesson}:4:1`, lesson, gist(['Satu.', 'Dua.', 'Tiga.', 'Empat.'])],
    ['isian-salah', `${lesson}:4:26`, lesson, gist(['Satu.', 'Dua.', 'Tiga'])],
    ['isian-salah', `${lesson}:4:11`, lesson, gist([`${'x'.repeat(140)}.`, 'Dua.', 'Tiga.'])],
    ['isian-tidak-dikenal', `${lesson}:7:1`, lesson, swap('\n---\n\n', '\nlayout: ../../x.astro\n---\n\n')],
    ['isian-salah', `${practice}:7:5`, practice, swap('single', 'tunggal')],
    ['isian-kurang', `${practice}:6:5`, practice, swap('    rationale: Makin banyak batch, makin banyak gas.\n', '')],
    ['isian-kurang', `${assessment}:7:5`, assessment, swap('    tolerance: 0\n', '')],
    ['isian-salah', `${assessment}:10:5`, assessment, swap('200000', '"200000"')],
    ['isian-salah', 'contacts.yaml:1:3', 'contacts.yaml', swap('  phone: "129"\n', '')],
    ['isian-salah', 'contacts.yaml:4:3', 'contacts.yaml', swap('"129"', '129')],
    ['isian-salah', 'contacts.yaml:5:3', 'contacts.yaml', swap('2025-12', '2025-13')],
    ['isian-salah', 'glossary.yaml:1:3', 'glossary.yaml', swap('id: hpp', 'id: H P P')],
    ['isian-salah', 'houses.yaml:1:1', 'houses.yaml', 'kuripan: 1\n'],
    ['isian-salah', `${course}:9:26`, course, swap('lessons: all', 'lessons: { atLeast: 0 }')],
    // YAML
    ['yaml-tidak-terbaca', `${course}:3:1`, course, swap('summary: Menghitung biaya.', 'title: Dua')],
    ['yaml-tidak-terbaca', `${course}:6:1`, course, swap('[purna]', '[purna')],
    ['yaml-tidak-sederhana', `${course}:5:14`, course, swap('[purna]', '&a [purna]')],
    ['yaml-tidak-sederhana', `${course}:2:14`, course, swap('title: Menghitung HPP', 'title: !!str Menghitung HPP')],
    ['yaml-tidak-sederhana', `${lesson}:2:1`, lesson, swap('title: Biaya', '<<: { layout: x }\ntitle: Biaya')],
    // Files
    ['berkas-terlalu-besar', `${lesson}:1:1`, lesson, add('x'.repeat(100 * 1024))],
    ['bukan-utf-8', `${lesson}:2:8`, lesson, Buffer.from('---\ntitle: \xff\n---\n', 'latin1')],
    ['tanda-bom', `${lesson}:1:1`, lesson, (text) => `\uFEFF${text}`],
    ['tanda-kendali', `${lesson}:9:5`, lesson, swap('Kata ', 'Kata\u0000')],
    ['tanda-kendali', `${lesson}:2:13`, lesson, swap('title: Biaya', 'title: Biaya\rlayout: ./x.astro')],
    ['tanda-kendali', `${lesson}:2:1`, lesson, swap('title: Biaya', '\uFEFF#layout: x\ntitle: Biaya')],
    ['frontmatter-salah', `${lesson}:1:1`, lesson, swap('---\n', '+++\n')],
    ['berkas-tidak-dikenal', 'courses/up-202/catatan.txt:1:1', 'courses/up-202/catatan.txt', 'x'],
    ['berkas-tidak-dikenal', 'courses/up-202/lama/biaya.mdx:1:1', 'courses/up-202/lama/biaya.mdx', 'x'],
    ['berkas-tidak-dikenal', 'courses/up-202/x.ts:1:1', 'courses/up-202/x.ts', 'x'],
    ['berkas-tidak-dikenal', 'config.yaml:1:1', 'config.yaml', 'x: 1'],
    ['nama-berkas', 'courses/up-202/Biaya Baru.mdx:1:1', 'courses/up-202/Biaya Baru.mdx', 'x'],
    [
      'kursus-tanpa-keterangan',
      'courses/up-203/course.yaml:1:1',
      'courses/up-203/alur.svg',
      '<svg viewBox="0 0 1 1"></svg>',
    ],
    // Course and files
    ['pelajaran-tidak-ada', `${course}:7:18`, course, swap('[biaya]', '[biaya, hppp]')],
    ['pelajaran-ganda', `${course}:7:18`, course, swap('[biaya]', '[biaya, biaya]')],
    ['pelajaran-tidak-ada', `${course}:9:25`, course, swap('lessons: all', 'lessons: [biayaa]')],
    ['pelajaran-belum-terdaftar', 'courses/up-202/lain.mdx:1:1', 'courses/up-202/lain.mdx', oneMoreLesson()],
    ['pilihan-pelajaran-terlalu-banyak', `${course}:9:26`, course, swap('lessons: all', 'lessons: { atLeast: 1 }')],
    ['nama-pelajaran-terpakai', `${course}:7:18`, course, swap('[biaya]', '[biaya, panduan]')],
    ['latihan-di-panduan', `${guide}:10:1`, guide, smallGuide('pelatih', '<Quiz id="biaya" />')],
    ['isian-salah', `${guide}:6:1`, guide, smallGuide('purna', 'Kata.')],
    ['istilah-tidak-ada', `${guide}:10:6`, guide, smallGuide('pelatih', 'Kata <Term id="hppp">HPP</Term>')],
    ['ujian-tidak-ada', `${course}:8:1`, assessment, null],
    [
      'ujian-bermode-latihan',
      `${assessment}:2:1`,
      assessment,
      (text) => swap('assessment', 'practice')(text).replace('draw: 1\n', ''),
    ],
    ['fakta-tidak-ada', `${course}:10:11`, course, swap('B-HPP-1', 'B-HPP-9')],
    // Lesson
    ['latihan-belum-dipasang', `${lesson}:1:1`, lesson, swap('<Quiz id="biaya" />', '')],
    ['latihan-lebih-dari-satu', `${lesson}:19:1`, lesson, add('\n<Quiz id="biaya" />\n')],
    ['latihan-tidak-ada', `${lesson}:13:1`, lesson, swap('<Quiz id="biaya" />', '<Quiz id="baiya" />')],
    ['ujian-dipasang-di-pelajaran', `${lesson}:13:1`, lesson, swap('<Quiz id="biaya" />', '<Quiz id="ujian-akhir" />')],
    ['istilah-tidak-ada', `${lesson}:9:6`, lesson, swap('id="hpp"', 'id="hppp"')],
    ['kontak-tidak-ada', `${lesson}:19:1`, lesson, add('\n<Contact id="sapa" />\n')],
    ['gambar-tidak-ada', `${lesson}:11:1`, lesson, swap('alur.svg', 'alir.svg')],
    ['gambar-tidak-ada', `${lesson}:11:1`, lesson, swap('alur.svg', '../../../rahasia.svg')],
    ['tautan-putus', `${lesson}:9:36`, lesson, swap('../)', '../hpp/)')],
    ['tautan-putus', `${lesson}:9:36`, lesson, swap('../)', '/kursus/up-202)')],
    ['nomor-telepon', `${lesson}:19:1`, lesson, add('\nHubungi 129.\n')],
    ['nomor-telepon', `${lesson}:4:19`, lesson, gist(['Satu.', 'Hubungi 129.', 'Tiga.'])],
    ['nomor-telepon', `${lesson}:19:6`, lesson, add('\nAtau [ini](tel:129).\n')],
    ['fakta-tidak-ada', `${lesson}:5:11`, lesson, swap('B-HPP-1', 'B-HPP-9')],
    ['komponen-tidak-dikenal', `${lesson}:19:1`, lesson, add('\n<Hitung />\n')],
    // Prose
    ['pelajaran-terlalu-pendek', `${lesson}:1:1`, lesson, words(285)],
    ['pelajaran-terlalu-panjang', `${lesson}:1:1`, lesson, words(1095)],
    ['kalimat-terlalu-panjang', `${lesson}:9:1`, lesson, swap(enoughWords, enoughWords.replaceAll('. Bu', ', bu'))],
    ['judul-melompat', `${lesson}:19:1`, lesson, (text) => add('\n### Rincian\n')(swap('## Langkah', 'Langkah')(text))],
    ['judul-halaman', `${lesson}:19:1`, lesson, add('\n# Judul\n')],
    ['tabel-terlalu-lebar', `${lesson}:19:1`, lesson, add('\n| a | b | c | d | e |\n|---|---|---|---|---|\n')],
    [
      'tabel-terlalu-lebar',
      `${lesson}:19:1`,
      lesson,
      add(table('pertanggungjawaban', 'kewirausahaan', 'pemberangkatan')),
    ],
    [
      'tabel-terlalu-lebar',
      `${lesson}:19:1`,
      lesson,
      add(table('Jumlah', 'Rp 12.000.000', 'Rp 12.000.000 sebulan', '---:')),
    ],
    ['baris-tabel-terlalu-panjang', `${lesson}:21:1`, lesson, add(table('a', 'kata '.repeat(27), 'kata kata'))],
    ['singkatan-belum-dijelaskan', `${lesson}:9:1`, lesson, swap('Kata <Term id="hpp">HPP</Term>', 'Kata HPP')],
    ['singkatan-belum-dijelaskan', `${lesson}:17:1`, lesson, swap('Hitung.', 'Tanyakan ke BP3MI.')],
    // Quiz
    ['kunci-tidak-ada', `${practice}:12:5`, practice, swap('key: variabel', 'key: varibel')],
    ['pilihan-sama', `${practice}:11:9`, practice, swap('Biaya tetap', '"**biaya** variabel!"')],
    ['id-pilihan-ganda', `${practice}:11:9`, practice, swap('id: tetap', 'id: variabel')],
    ['id-soal-ganda', `${assessment}:14:5`, assessment, add(question('sewa', 'Berapa listrik?'))],
    ['undian-terlalu-besar', `${assessment}:5:1`, assessment, swap('draw: 1', 'draw: 2')],
    ['umpan-balik-latihan', `${practice}:5:1`, practice, swap('questions:', 'feedback: never\nquestions:')],
    ['isian-salah', `${practice}:5:1`, practice, swap('questions:', 'screen: two\nquestions:')],
    ['hanya-untuk-ujian', `${practice}:5:1`, practice, swap('questions:', 'attempts: 3\nquestions:')],
    [
      'pertanyaan-terlalu-panjang',
      `${assessment}:9:5`,
      assessment,
      swap('Berapa sewa sebulan?', 'kata '.repeat(61).trim()),
    ],
    ['soal-sama-dengan-latihan', `${assessment}:16:5`, assessment, add(question('gas', '**Gas** termasuk  biaya apa'))],
    ['fakta-tidak-ada', `${practice}:14:5`, practice, swap('source: B-HPP-1', 'source: B-HPP-9')],
    [
      'nomor-telepon',
      `${practice}:13:5`,
      practice,
      swap('Makin banyak batch', 'WA ke 0811-8080-141, makin banyak batch'),
    ],
    [
      'tautan-tidak-aman',
      `${practice}:8:5`,
      practice,
      swap('Gas termasuk biaya apa?', '"[Gas](javascript:x) termasuk apa?"'),
    ],
    // Lists
    ['id-ganda', 'glossary.yaml:5:5', 'glossary.yaml', add('- { id: hpp, term: HPP, meaning: Lagi. }\n')],
    ['fakta-tidak-ada', 'glossary.yaml:4:13', 'glossary.yaml', swap('B-HPP-1', 'B-HPP-9')],
    ['fakta-tidak-ada', 'contacts.yaml:7:3', 'contacts.yaml', swap('B-HPP-1', 'B-HPP-9')],
    ['id-ganda', `${countries}:4:5`, countries, twoCountries('hong-kong')],
    ['isian-tidak-dikenal', `${countries}:3:3`, countries, oneCountry('wages: { text: Upah., sources: [B-HPP-1] }')],
    [
      'isian-salah',
      `${countries}:3:11`,
      countries,
      oneCountry(`wage: { text: ${'x'.repeat(111)}, sources: [B-HPP-1] }`),
    ],
    ['isian-salah', `${countries}:3:24`, countries, oneCountry('wage: { text: Upah., sources: [] }')],
    [
      'isian-salah',
      `${countries}:3:24`,
      countries,
      oneCountry('wage: { text: Upah., asOf: "2025-13", sources: [B-HPP-1] }'),
    ],
    ['isian-kurang', `${countries}:3:3`, countries, oneCountry('wage: { text: Upah. }')],
    ['fakta-tidak-ada', `${countries}:3:34`, countries, oneCountry('wage: { text: Upah., sources: [B-HPP-9] }')],
    ['nomor-telepon', `${countries}:3:11`, countries, oneCountry('help: { text: Hubungi 129., sources: [B-HPP-1] }')],
    ['kursus-tidak-ada', `${paths}:1:62`, paths, onePath('up-202, up-203')],
    ['kursus-ganda', `${paths}:1:62`, paths, onePath('up-202, up-202')],
    ['isian-salah', `${paths}:1:44`, paths, onePath('')],
    ['id-ganda', `${paths}:2:5`, paths, onePath('up-202').repeat(2)],
    ['sumber-tidak-ada', 'sources.yaml:4:3', 'sources.yaml', swap('[S1]', '[S1, S9]')],
    ['fakta-tanpa-sumber', 'sources.yaml:4:3', 'sources.yaml', swap(', confidence: high', '')],
    // Dates
    ['tanggal-periksa-terbalik', `${course}:11:29`, course, swap('2027-05-24', '2026-11-24')],
    ['tanggal-periksa-belum-tiba', `${course}:11:13`, course, swap('on: 2026-11-24', 'on: 2026-12-24')],
    // Drawings
    ['gambar-berkode', `${drawing}:1:41`, drawing, swap(' viewBox', ' onload="x" viewBox')],
    ['gambar-berkode', `${drawing}:1:62`, drawing, swap('<text', '<script>x</script><text')],
    ['gambar-mengambil-berkas', `${drawing}:1:74`, drawing, swap('<text', '<path fill="url(https://x.id/a)"/><text')],
    ['gambar-tanpa-ukuran', `${drawing}:1:1`, drawing, swap(' viewBox="0 0 360 40"', '')],
    ['berkas-terlalu-besar', `${drawing}:1:1`, drawing, add(`<!--${'x'.repeat(10 * 1024)}-->`)],
  ])('%s at %s', async (name, place, file, change) => {
    const { faults } = await readSmallContent({ [file]: change });
    const errors = faults.filter(({ severity }) => severity === 'error');
    expect(errors.map((fault) => `${fault.name} ${fault.file}:${fault.line}:${fault.column}`)).toEqual([
      `${name} content/${place}`,
    ]);
  });

  it('and says in Indonesian what was probably meant', async () => {
    const { faults } = await readSmallContent({ [course]: swap('title:', 'tittle:') });
    expect(faults[0]?.message).toBe('isian "tittle" tidak dikenal. Maksud Anda "title"?');
  });
});

describe('prose that should be looked at', () => {
  it.each<[string, string, Change]>([
    ['pelajaran-terlalu-pendek', `${lesson}:1:1`, words(480)],
    ['pelajaran-terlalu-panjang', `${lesson}:1:1`, words(920)],
    [
      'kalimat-terlalu-panjang',
      `${lesson}:9:1`,
      swap(
        enoughWords,
        enoughWords.replaceAll(
          'keripik. Bu Tini mencatat belanja,',
          'keripik sampai semua angka di catatan itu cocok. Bu Tini mencatat belanja,',
        ),
      ),
    ],
    ['langkah-minggu-ini-belum-ada', `${lesson}:1:1`, swap('## Langkah Anda minggu ini', '## Lain kali')],
    ['halaman-mungkin-terlalu-berat', `${lesson}:2:1`, swap('<Quiz', `{/* ${digits(16_000)} */}\n\n<Quiz`)],
  ])('%s is a warning at %s', async (name, place, change) => {
    const { faults } = await readSmallContent({ [lesson]: change });
    expect(faults).toMatchObject([{ name, severity: 'warning' }]);
    expect(faults.map(({ file, line, column }) => `${file}:${line}:${column}`)).toEqual([`content/${place}`]);
  });

  it('says of an acronym how to explain it, once per lesson', async () => {
    const said = async (change: Change) =>
      (await readSmallContent({ [lesson]: change })).faults.map(({ message }) => message);
    expect(await said(swap('Kata <Term id="hpp">HPP</Term>', 'HPP dan HPP'))).toEqual([
      'singkatan "HPP" belum dijelaskan di pelajaran ini. Saat pertama kali muncul tulis <Term id="hpp">HPP</Term>.',
    ]);
    expect((await said(swap('Hitung.', 'BP3MI'))).join()).toContain('tambahkan ke content/glossary.yaml');
    expect(await said(swap('Hitung.', 'KTP, HK$5.100, RM1.700, UP-202, bab II.'))).toEqual([]);
  });

  it('lets the name on a contact’s card explain its acronym', async () => {
    const named = { 'contacts.yaml': swap('name: SAPA', 'name: Sahabat Perempuan dan Anak (SAPA)') };
    const card = swap('Hitung.', 'Hubungi SAPA.\n\n<Contact id="sapa-129" />');
    expect((await readSmallContent({ ...named, [lesson]: card })).faults).toEqual([]);
    expect((await readSmallContent({ [lesson]: card })).faults).toMatchObject([{ name: 'singkatan-belum-dijelaskan' }]);
  });
});

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

describe('reading', () => {
  it('finds all faults of all files in one run, in the order of files and lines', async () => {
    const { faults } = await readSmallContent({
      [lesson]: (text) => swap('minutes: 20', 'minutes: 3')(swap('id="hpp"', 'id=""')(text)),
      [practice]: swap('shuffle: true', 'shuffle: ya'),
      'houses.yaml': swap('id: kuripan', 'id: Kuripan'),
      'x.txt': 'x',
    });
    expect(faults.map(({ file, line }) => `${file}:${line}`)).toEqual([
      `content/${lesson}:4`,
      `content/${lesson}:9`,
      `content/${practice}:4`,
      'content/houses.yaml:1',
      'content/x.txt:1',
    ]);
  });

  it('blames nothing on what another file’s fault hides', async () => {
    const { faults } = await readSmallContent({ 'glossary.yaml': '- [', [practice]: '- [', 'sources.yaml': '- [' });
    expect(faults.map(({ file }) => file)).toEqual(
      [practice, 'glossary.yaml', 'sources.yaml'].map((it) => `content/${it}`),
    );
  });

  it('asks little prose of a lesson of a few minutes', async () => {
    const short = (text: string) => swap('minutes: 20', 'minutes: 5')(words(480)(text));
    expect((await readSmallContent({ [lesson]: short })).faults).toEqual([]);
  });

  it('reports an overdue review as a warning only', async () => {
    const { faults } = await readSmallContent({
      [lesson]: swap('on: 2026-11-24, next: 2027-05-24', 'on: 2026-01-01, next: 2026-11-23'),
    });
    expect(faults).toMatchObject([{ name: 'pemeriksaan-lewat', severity: 'warning', line: 6 }]);
  });

  it('reckons today where the houses are, whatever the clock of the machine shows', async () => {
    const root = makeSmallContent({
      [lesson]: swap('on: 2026-11-24, next: 2027-05-24', 'on: 2026-01-01, next: 2026-11-24'),
    });
    const overdueAt = async (now: string) => {
      vi.setSystemTime(new Date(now));
      return (await readContent(root)).faults.some(({ name }) => name === 'pemeriksaan-lewat');
    };
    try {
      // Midnight in Wonosobo is five in the afternoon in London.
      expect(await overdueAt('2026-11-24T16:59:59Z')).toBe(false);
      expect(await overdueAt('2026-11-24T17:00:00Z')).toBe(true);
    } finally {
      vi.useRealTimers();
      rmSync(root, { recursive: true });
    }
  });

  it('reports a quiz that nothing leads to as a warning only', async () => {
    const { faults } = await readSmallContent({
      'courses/up-202/lama.quiz.yaml': `title: Lama\nmode: practice\npass: 0.7\nshuffle: true\nquestions:${question('x', 'Apa?')}`,
    });
    expect(faults).toMatchObject([{ name: 'kuis-tidak-dipakai', severity: 'warning' }]);
  });

  it('refuses a list that is not there', async () => {
    for (const file of ['houses.yaml', 'glossary.yaml', 'contacts.yaml', 'sources.yaml']) {
      const { faults } = await readSmallContent({ [file]: null });
      expect(faults).toMatchObject([{ name: 'berkas-tidak-ada', file: `content/${file}`, severity: 'error' }]);
    }
  });

  it('reads lessons that were written under Windows as the same lessons', async () => {
    const unix = await readSmallContent();
    const windows = await readSmallContent({ [lesson]: (text) => text.replaceAll('\n', '\r\n') });
    expect(windows.faults).toEqual([]);
    expect(windows.content.lessons[0]?.body.source).toBe(unix.content.lessons[0]?.body.source);
  });

  it('survives YAML that is nested without end', async () => {
    const { faults } = await readSmallContent({ 'houses.yaml': '['.repeat(100_000) });
    expect(faults).toMatchObject([{ file: 'content/houses.yaml', severity: 'error' }]);
  });
});

function question(id: string, prompt: string): string {
  return `\n  - id: ${id}\n    kind: true-false\n    prompt: "${prompt}"\n    key: true\n    rationale: Sebab.\n`;
}

/** A change that leaves a lesson with so many words before its last part. */
function words(count: number) {
  return swap(
    enoughWords,
    Array(count).fill('kata').join(' ').replaceAll('kata kata kata', 'kata kata kata.').replaceAll('. kata', '. Kata'),
  );
}

/** Digits that nothing makes much smaller. */
function digits(count: number): string {
  return createHash('shake256', { outputLength: count / 2 })
    .update('angka')
    .digest('hex');
}

function table(first: string, second: string, third: string, align = '---'): string {
  return `\n| a | b | c |\n|---|${align}|${align}|\n| ${first} | ${second} | ${third} |\n`;
}

function onePath(courses: string): string {
  return `- { id: pulang, title: Pulang, summary: A, courses: [${courses}] }\n`;
}

function oneCountry(aspect: string): string {
  return `- id: hong-kong\n  name: Hong Kong\n  ${aspect}\n`;
}

function twoCountries(second: string): string {
  return `${oneCountry('wage: { text: Upah., asOf: 2025, sources: [B-HPP-1] }')}- { id: ${second}, name: Taiwan }\n`;
}

function oneMoreLesson(): string {
  return [
    '---\ntitle: Lain\nsummary: Lain.\nminutes: 20\nsources: [B-HPP-1]\nreviewed: { on: 2026-11-24, next: 2027-05-24 }\n---',
    `\n\n${enoughWords}\n\n<Quiz id="biaya" />\n`,
  ].join('');
}
