import { describe, expect, it } from 'vitest';
import { publishQuiz } from '#content/catalogue.ts';
import { acceptableFaults } from '#domain/fault/acceptable.ts';
import { redDot, silence } from '../support/media.ts';
import { type Change, readSmallContent } from '../support/small-content.ts';

const practice = 'courses/up-202/biaya.quiz.yaml';
const assessment = 'courses/up-202/ujian-akhir.quiz.yaml';
const swap = (from: string, to: string) => (text: string) => {
  if (!text.includes(from)) throw new Error(`nothing to swap: ${from}`);
  return text.replace(from, to);
};
const add = (more: string) => (text: string) => text + more;

/** A question whose right choice is the one at `key`, with choices of these texts. */
function single(id: string, key: number, texts: readonly string[]): string {
  const choices = texts.map((text, at) => `      - { id: p${at}, text: "${text}" }`).join('\n');
  return `  - id: ${id}\n    kind: single\n    prompt: Apa maksud ${id}?\n    choices:\n${choices}\n    key: p${key}\n    rationale: Begitu.\n    source: B-HPP-1\n`;
}

function trueFalse(id: string, key: boolean): string {
  return `  - id: ${id}\n    kind: true-false\n    prompt: Pernyataan ${id}.\n    key: ${key}\n    rationale: Begitu.\n    source: B-HPP-1\n`;
}

const longKey = ['Pendek saja', 'Jawaban yang ditulis jauh lebih lengkap', 'Juga pendek'];
const evenKey = ['Biaya tetap', 'Biaya lain', 'Biaya jual'];
const threeLong = ['a', 'b', 'c'].map((id) => single(`panjang-${id}`, 1, longKey)).join('');
const unshuffled = (text: string) =>
  swap('shuffle: true', 'shuffle: false')(text) + ['a', 'b'].map((id) => single(`sama-${id}`, 0, evenKey)).join('');
const likePractice = `  - id: gas-lagi
    kind: single
    prompt: Bu Tini memakai gas 3 tabung untuk 20 batch keripik singkong. Termasuk biaya apa gas itu?
    choices:
      - { id: a, text: Biaya jual }
      - { id: b, text: Biaya beli }
    key: a
    rationale: Begitu.
    source: B-HPP-1
`;
const practised = swap(
  'Gas termasuk biaya apa?',
  'Bu Tini memakai gas 3 tabung untuk 20 batch keripik singkong. Gas itu termasuk biaya apa?',
);

/** What makes each fault happen: the faulty file, the place, and the severity. */
const cases: readonly [
  name: keyof typeof acceptableFaults,
  place: string,
  severity: string,
  file: string,
  change: Change,
][] = [
  ['semua-jawaban-benar', `${practice}:11:9`, 'error', practice, swap('Biaya tetap', 'Semua jawaban di atas benar')],
  ['pilihan-terpanjang-selalu-benar', `${practice}:5:1`, 'error', practice, add(threeLong)],
  ['kunci-selalu-di-tempat-sama', `${practice}:5:1`, 'error', practice, unshuffled],
  [
    'kunci-selalu-di-tempat-sama',
    `${practice}:5:1`,
    'error',
    practice,
    add(['a', 'b', 'c', 'd'].map((id) => trueFalse(id, true)).join('')),
  ],
  ['toleransi-nol', `${assessment}:11:5`, 'error', assessment, swap('key: 200000', 'key: 0.5')],
  [
    'toleransi-nol',
    `${assessment}:11:5`,
    'error',
    assessment,
    swap('Sewa tertulis di catatan.', '2.399.900 ÷ 12 = 199.992, dibulatkan Rp200.000.'),
  ],
  [
    'batas-percobaan-tanpa-jalan-keluar',
    `${assessment}:6:1`,
    'error',
    assessment,
    swap('questions:', 'attempts: 3\nquestions:'),
  ],
  ['soal-tanpa-sumber', `${practice}:6:5`, 'warning', practice, swap('    source: B-HPP-1\n', '')],
  [
    'pembahasan-belum-ditulis',
    `${practice}:13:5`,
    'warning',
    practice,
    swap('Makin banyak batch, makin banyak gas.', 'Pembahasan belum ditulis.'),
  ],
  [
    'pertanyaan-terlalu-panjang',
    `${assessment}:9:5`,
    'error',
    assessment,
    swap('Berapa sewa sebulan?', 'kata '.repeat(61).trim()),
  ],
  [
    'soal-sama-dengan-latihan',
    `${assessment}:15:5`,
    'error',
    assessment,
    add(single('gas', 0, evenKey).replace('Apa maksud gas?', 'Gas termasuk biaya apa?')),
  ],
];

const shown = (faults: readonly { name: string; file: string; line: number; column: number; severity: string }[]) =>
  faults.map(({ name, file, line, column, severity }) => `${severity} ${name} ${file}:${line}:${column}`);

describe('a habit that lets participants guess', () => {
  it.each(cases)('%s at %s', async (name, place, severity, file, change) => {
    const { faults } = await readSmallContent({ [file]: change });
    expect(shown(faults)).toEqual([`${severity} ${name} content/${place}`]);
  });

  it('soal-mirip-latihan: nearly the words and the numbers of a practice', async () => {
    const { faults } = await readSmallContent({ [practice]: practised, [assessment]: add(likePractice) });
    expect(shown(faults)).toEqual([`error soal-mirip-latihan content/${assessment}:13:5`]);
    const other = await readSmallContent({
      [practice]: practised,
      [assessment]: add(
        likePractice.replace('gas 3 tabung untuk 20 batch keripik singkong', 'kayu dua gerobak tiap malam'),
      ),
    });
    expect(other.faults).toEqual([]);
  });

  it('gambar-soal-tanpa-alt: a picture that says nothing, and a file that is not there', async () => {
    const withPicture = (words: string) => ({
      [practice]: swap('Gas termasuk biaya apa?', `"Gas ${words} termasuk biaya apa?"`),
      'courses/up-202/kompor.png': redDot,
    });
    expect((await readSmallContent(withPicture('![Kompor](kompor.png)'))).faults).toEqual([]);
    expect(shown((await readSmallContent(withPicture('![](kompor.png)'))).faults)).toEqual([
      `error gambar-soal-tanpa-alt content/${practice}:8:5`,
    ]);
    expect(shown((await readSmallContent(withPicture('![Kompor](tungku.png)'))).faults)).toEqual([
      `error gambar-tidak-ada content/${practice}:8:5`,
    ]);
    const drawn = withPicture('![Alur](alur.svg)');
    expect(shown((await readSmallContent(drawn)).faults)).toEqual([`error media-salah-jenis content/${practice}:8:5`]);
    const wrong = await readSmallContent({ 'courses/up-202/kompor.jpg': redDot });
    expect(shown(wrong.faults)).toEqual(['error gambar-salah-jenis content/courses/up-202/kompor.jpg:1:1']);
  });

  it('suara-soal-tanpa-judul: a sound without words, one that is not there, is no sound, or has no room', async () => {
    const withSound = (prompt: string, more = {}) =>
      readSmallContent({
        [practice]: swap('Gas termasuk biaya apa?', `"${prompt}"`),
        'courses/up-202/tawar.mp3': silence,
        ...more,
      });
    expect((await withSound('![Dengarkan](tawar.mp3) Apa itu?')).faults).toEqual([]);
    expect(shown((await withSound('![ ](tawar.mp3) Apa itu?')).faults)).toEqual([
      `error suara-soal-tanpa-judul content/${practice}:8:5`,
    ]);
    expect(shown((await withSound('![Dengarkan](harga.mp3) Apa itu?')).faults)).toEqual([
      `error suara-tidak-ada content/${practice}:8:5`,
    ]);
    const file = 'courses/up-202/lain.mp3';
    expect(shown((await withSound('Apa itu?', { [file]: 'x' })).faults)).toEqual([
      `error suara-salah-jenis content/${file}:1:1`,
    ]);
    expect(shown((await withSound('Apa itu?', { [file]: Buffer.alloc(301 * 1024, silence) })).faults)).toEqual([
      `error berkas-terlalu-besar content/${file}:1:1`,
    ]);
    const pair = (at: number, text: string) =>
      `{ left: { id: l${at}, text: "${text}" }, right: { id: r${at}, text: R${at} } }`;
    const match = `  - id: pasang
    kind: match
    prompt: Pasangkan.
    pairs: [${pair(1, '![Dengarkan](tawar.mp3)')}, ${pair(2, 'Dua')}]
    rationale: Sebab.
    source: B-HPP-1
`;
    const placed = await readSmallContent({ [practice]: add(match), 'courses/up-202/tawar.mp3': silence });
    expect(shown(placed.faults)).toEqual([`error media-salah-tempat content/${practice}:18:15`]);
  });

  it('is no habit where shuffling, a fixed choice or a mixed key takes care of it', async () => {
    const fixed = swap('{ id: tetap, text: Biaya tetap }', '{ id: tetap, text: Semua benar, fixed: true }');
    expect((await readSmallContent({ [practice]: fixed })).faults).toEqual([]);
    const mixed = add(['a', 'b', 'c', 'd'].map((id, at) => trueFalse(id, at > 0)).join(''));
    expect((await readSmallContent({ [practice]: mixed })).faults).toEqual([]);
    const up = swap('Sewa tertulis di catatan.', '1.000 ÷ 3 = 333,3, dibulatkan ke atas menjadi 334.');
    expect((await readSmallContent({ [assessment]: up })).faults).toEqual([]);
  });

  it('is found in choices that only mention everything', async () => {
    for (const text of ['Semua anggota di rapat', 'Semua biaya tertutup', 'Tidak ada yang tahu', 'A dan B']) {
      const { faults } = await readSmallContent({ [practice]: swap('Biaya tetap', text) });
      expect(faults.length, text).toBe(text === 'A dan B' ? 1 : 0);
    }
  });
});

describe('accepting by name', () => {
  const noSource = swap('    source: B-HPP-1\n', '    accept: [soal-tanpa-sumber] # tentang ceritanya\n');

  it('silences that fault of that question, and no other', async () => {
    expect((await readSmallContent({ [practice]: noSource })).faults).toEqual([]);
    const more = (text: string) => noSource(text) + single('lain', 0, evenKey).replace('    source: B-HPP-1\n', '');
    expect((await readSmallContent({ [practice]: more })).faults).toMatchObject([
      { name: 'soal-tanpa-sumber', line: 15 },
    ]);
  });

  it('on the quiz speaks for all of it', async () => {
    const all = swap(
      'questions:',
      '# pelatih membuka percobaan baru\naccept: [batas-percobaan-tanpa-jalan-keluar]\nattempts: 3\nquestions:',
    );
    expect((await readSmallContent({ [assessment]: all })).faults).toEqual([]);
  });

  it('needs a reason', async () => {
    const silent = swap('    source: B-HPP-1\n', '    accept: [soal-tanpa-sumber]\n');
    expect(shown((await readSmallContent({ [practice]: silent })).faults)).toEqual([
      `error terima-tanpa-alasan content/${practice}:14:5`,
    ]);
  });

  it('never silences what makes a quiz wrong, nor a name that is none', async () => {
    const wrong = (text: string) =>
      swap('key: variabel', 'key: varibel')(noSource(text).replace('soal-tanpa-sumber]', 'kunci-tidak-ada]'));
    const { faults } = await readSmallContent({ [practice]: wrong });
    expect(faults.map(({ name }) => name)).toEqual(['soal-tanpa-sumber', 'kunci-tidak-ada', 'terima-tidak-dikenal']);
  });

  it('is told when it has nothing to accept any more', async () => {
    const idle = swap('    source: B-HPP-1\n', '    source: B-HPP-1\n    accept: [soal-tanpa-sumber] # dulu\n');
    expect((await readSmallContent({ [practice]: idle })).faults).toMatchObject([
      { name: 'terima-tanpa-guna', severity: 'warning' },
    ]);
  });

  it('makes no new edition', async () => {
    const [plain, accepted] = await Promise.all([
      readSmallContent({ [practice]: swap('    source: B-HPP-1\n', '') }),
      readSmallContent({ [practice]: noSource }),
    ]);
    const editionOf = ({ content }: typeof plain) => content.quizzes.map(({ value }) => publishQuiz(value).edition);
    expect(editionOf(accepted)).toEqual(editionOf(plain));
  });
});

it('every fault that can be accepted is explained in two sentences or more', () => {
  for (const [name, text] of Object.entries(acceptableFaults)) expect(text.split('. ').length, name).toBeGreaterThan(1);
});
