import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  add,
  type Change,
  enoughWords,
  oneCountry,
  onePath,
  oneQuestion,
  readSmallContent,
  swap,
  twoCountries,
  ofWords,
} from '../support/small-content.ts';

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
const gist = (sentences: readonly string[]) => swap('minutes:', `intinya: ${JSON.stringify(sentences)}\nminutes:`);

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
    [
      'nama-pelajaran-terpakai',
      `${course}:7:11`,
      course,
      swap('lessons: [biaya]', 'lessons: [biaya]\nwithdrawn: [{ id: biaya, title: Biaya lama }]'),
    ],
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
    ['pelajaran-terlalu-pendek', `${lesson}:1:1`, lesson, ofWords(285)],
    ['pelajaran-terlalu-panjang', `${lesson}:1:1`, lesson, ofWords(1095)],
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
    ['id-soal-ganda', `${assessment}:14:5`, assessment, add(oneQuestion('sewa', 'Berapa listrik?'))],
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
    [
      'soal-sama-dengan-latihan',
      `${assessment}:16:5`,
      assessment,
      add(oneQuestion('gas', '**Gas** termasuk  biaya apa')),
    ],
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
    ['pelajaran-terlalu-pendek', `${lesson}:1:1`, ofWords(480)],
    ['pelajaran-terlalu-panjang', `${lesson}:1:1`, ofWords(920)],
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

/** Digits that nothing makes much smaller. */
function digits(count: number): string {
  return createHash('shake256', { outputLength: count / 2 })
    .update('angka')
    .digest('hex');
}

function table(first: string, second: string, third: string, align = '---'): string {
  return `\n| a | b | c |\n|---|${align}|${align}|\n| ${first} | ${second} | ${third} |\n`;
}

function oneMoreLesson(): string {
  return [
    '---\ntitle: Lain\nsummary: Lain.\nminutes: 20\nsources: [B-HPP-1]\nreviewed: { on: 2026-11-24, next: 2027-05-24 }\n---',
    `\n\n${enoughWords}\n\n<Quiz id="biaya" />\n`,
  ].join('');
}
