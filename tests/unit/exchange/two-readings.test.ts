import { describe, expect, it } from 'vitest';
import { readBank } from '#content/exchange/read-file.ts';
import { entriesOf, summarise } from '../../support/question-files.ts';

/** What became of each entry of a text in the format that a name's ending says, without what is said of a missing rationale. */
function read(text: string, name: string): readonly string[] {
  return summarise(entriesOf(readBank(Buffer.from(text), name))).map((it) =>
    it.replace(/(?: \()?pembahasan belum ada; tulis rationale-nya(?:\)$|; )?/, (found) =>
      found.endsWith('; ') ? ' (' : '',
    ),
  );
}

describe('CSV: a key is read in one way or asked about', () => {
  const number = (key: string, tolerance = '0', unit = '') =>
    read(`kind;prompt;key;tolerance;unit\nnumber;Berapa?;${key};${tolerance};${unit}`, 'x.csv')[0];

  it.each([
    ['12500', '0', '', '2 12500 ± 0'],
    ['12,5', '0', '', '2 12.5 ± 0'],
    ['12.5', '0', '', '2 12.5 ± 0'],
    ['12.500', '0', 'Rp', '2 12500 ± 0 (kunci "12.500" dibaca 12500)'],
    ['Rp12.500', '0', '', '2 12500 ± 0 (kunci "Rp12.500" dibaca 12500)'],
    ['1.250.000', '0', '', '2 1250000 ± 0 (kunci "1.250.000" dibaca 1250000)'],
    ['200000', '2,5%', 'Rp', '2 200000 ± 5000 (tolerance "2,5%" dari kunci menjadi 5000)'],
    ['200000', '5 persen', 'Rp', '2 200000 ± 10000 (tolerance "5 persen" dari kunci menjadi 10000)'],
    ['200000', '±50', 'Rp', '2 200000 ± 50'],
    ['12,5%', '0', '%', '2 12.5 ± 0 (kunci "12,5%" dibaca 12,5)'],
  ])('%s ± %s %s', (key, tolerance, unit, told) => {
    expect(number(key, tolerance, unit)).toBe(told);
  });

  it.each([
    ['1.000', '0', '', 'bisa berarti 1 atau 1000. Tulis 1000 bila itu ribuan, atau 1 bila itu pecahan.'],
    ['1,000', '0', '', 'bisa berarti 1 atau 1000.'],
    ['2.125', '0', 'kg', 'bisa berarti 2,125 atau 2125. Tulis 2125 bila itu ribuan, atau 2,1250 bila itu pecahan.'],
    ['.5', '0', '', 'Tulis 0,5.'],
    [',5', '0', '', 'Tulis 0,5.'],
    ['1e6', '0', '', 'Tulis semua angkanya: 1000000.'],
    ['1,5E+06', '0', '', 'Tulis semua angkanya: 1500000.'],
    ['05', '0', '', 'diawali nol'],
    ['lima', '0', '', 'bukan angka yang jelas'],
    ['5%', '0', '', 'persen'],
    ['60', '5%', '%', 'poin persen atau bagian dari kunci'],
    ['60', '-5', '', 'di bawah nol'],
    ['60', '1.000', '', 'bisa berarti 1 atau 1000'],
    ['60', '', '', 'tolerance kosong'],
    ['1.000%', '0', '%', 'bisa berarti 1 atau 1000'],
  ])('%s ± %s %s is refused: %s', (key, tolerance, unit, why) => {
    expect(number(key, tolerance, unit)).toMatch(/^2 refused /);
    expect(number(key, tolerance, unit)).toContain(why);
  });

  const single = (key: string, ...choices: readonly string[]) =>
    read(`kind;prompt;choice_1;choice_2;choice_3;choice_4;key\nsingle;Apa?;${choices.join(';')};${key}`, 'x.csv')[0];

  it.each([
    [single('3', 'a', '', 'c', 'd'), '2 c'],
    [single('C', 'kas', '', 'laba', 'modal'), '2 laba (kunci "C" dibaca sebagai pilihan nomor 3: laba)'],
    [single('b.', 'kas', 'utang', '', ''), '2 utang (kunci "b." dibaca sebagai pilihan nomor 2: utang)'],
    [single('Laba', 'kas', 'laba', '', ''), '2 laba (kunci "Laba" dibaca sebagai isi pilihan nomor 2)'],
    [single('20', '10', '20', '30', '40'), '2 20 (kunci "20" dibaca sebagai isi pilihan nomor 2)'],
    [single('choice_4', '2', '4', '6', '8'), '2 8'],
  ])('%s', (found, told) => {
    expect(found).toBe(told);
  });

  it.each([
    [single('2', 'a', '', 'c', 'd'), 'bukan nomor pilihan yang terisi (1, 3, 4)'],
    [
      single('4', '2', '4', '6', '8'),
      'bisa berarti pilihan nomor 4 (8) atau pilihan yang isinya "4". Tulis choice_4 atau choice_2.',
    ],
    [single('A', 'B', 'A', 'AB', 'O'), 'bisa berarti pilihan nomor 1 (B) atau pilihan yang isinya "A"'],
    [single('B', 'Benar', 'Salah', '', ''), 'bisa berarti pilihan nomor 2 (Salah) atau "Benar"'],
    [single('1|2', 'a', 'b', '', ''), 'Pakai multiple'],
    [single('modal', 'kas', 'laba', '', ''), 'bukan nomor, huruf, atau isi'],
    [single('', 'kas', 'laba', '', ''), 'bukan nomor'],
  ])('%s is refused: %s', (found, why) => {
    expect(found).toMatch(/^2 refused /);
    expect(found).toContain(why);
  });

  const truths = (...keys: readonly string[]) =>
    read(`kind,prompt,key\n${keys.map((key, at) => `true-false,Soal ${at}.,${key}\n`).join('')}`, 'x.csv').map(
      (it) => it.split(' ')[1],
    );

  it.each([
    [
      ['B', 'S'],
      ['benar', 'salah'],
    ],
    [
      ['Ya', 'Tidak'],
      ['benar', 'salah'],
    ],
    [
      ['y', 't'],
      ['benar', 'salah'],
    ],
    [
      ['T', 'F'],
      ['benar', 'salah'],
    ],
    [
      ['TRUE', 'FALSE'],
      ['benar', 'salah'],
    ],
    [
      ['1', '0'],
      ['benar', 'salah'],
    ],
    [['T'], ['refused']],
    [
      ['T', 'Y', 'F'],
      ['refused', 'benar', 'salah'],
    ],
    [
      ['1', '2'],
      ['refused', 'refused'],
    ],
    [
      ['A', 'B'],
      ['refused', 'refused'],
    ],
    [
      ['', 'x'],
      ['refused', 'refused'],
    ],
  ])('%j means %j', (keys, told) => {
    expect(truths(...keys)).toEqual(told);
  });

  it('takes no choice for a word, nor a word for a choice', () => {
    const head = 'kind;prompt;choice_1;choice_2;key\n';
    expect(read(`${head}true-false;Soal.;Benar;Salah;2`, 'x.csv')[0]).toContain('2 salah');
    expect(read(`${head}true-false;Soal.;Benar;Salah;B`, 'x.csv')[0]).toContain(
      'bisa berarti pilihan nomor 2 (Salah) atau "Benar"',
    );
  });

  it.each([
    ['kind,prompt,key\ntrue-false,Kas, itu uang?,benar', 'baris ini punya 4 sel, judulnya 3'],
    ['kind,prompt,key,\ntrue-false,Soal.,benar,lupa', 'di kolom tanpa judul'],
    ['kind,prompt,key\ntrue-false,#NAME?,benar', 'Excel tidak dapat menghitungnya'],
    ['kind;prompt;choice_1;choice_2\nmatch;Pasangkan.;a = b = c;d = e', 'tepat satu tanda ='],
    ['kind;prompt;key;slip\nshort-text;Apa?;kas;mungkin', 'Tulis ya atau tidak'],
  ])('%j is refused: %s', (text, why) => {
    expect(read(text, 'x.csv')[0]).toContain(`refused`);
    expect(read(text, 'x.csv')[0]).toContain(why);
  });

  it('says what a cell holds that its kind has no use for', () => {
    const text = 'kind;prompt;choice_1;key;tolerance\nnumber;Berapa?;lima;5;0';
    expect(read(text, 'x.csv')[0]).toContain('isi kolom choice_1 tidak dipakai untuk number: "lima"');
  });

  it('names remarks as skipped, whatever begins with #', () => {
    expect(read('kind,prompt,key\n# nanti\ntrue-false,#1 Benar?,benar', 'x.csv')).toEqual([
      '2 skipped catatan: # nanti',
      '3 benar',
    ]);
  });
});

describe('GIFT: signs mean something only where GIFT says so', () => {
  it.each([
    ['Apakah 3 > 2?{BENAR}', '1 benar (jawaban "BENAR" dibaca TRUE)'],
    ['Soal.{S}\n\nSoal lain.{B}', '1 salah (jawaban "S" dibaca FALSE)'],
    ['Soal.{T}', '1 benar'],
    ['Soal # 1: a = b ~ c?{F}', '1 salah'],
    ['Ibu kota?{Semarang}', '1 Semarang'],
    ['Berapa?{#12.5:0.5}', '1 12.5 ± 0.5'],
    ['Berapa?{#3..5}', '1 4 ± 1'],
    ['Pi?{#3.141..3.142}', '1 3.1415 ± 0.0005'],
    ['Pi?{#3.142:0.005}', '1 3.142 ± 0.005'],
    ['Soal.{Benar.}', '1 benar (jawaban "Benar" dibaca TRUE)'],
    ['Apa?{~Jakarta=Semarang~Bandung}', '1 Semarang'],
    ['Apa?{=x \\= 5 ~x \\= 6}', '1 x = 5'],
  ])('%s', (text, told) => {
    expect(read(text, 'x.gift')[0]).toBe(told);
  });

  it.each([
    ['Soal.{T}\n\nLain.{Y}', 'bisa berarti TRUE (benar) atau Tidak (salah)'],
    ['Golongan darahnya {B} kata dokter.', 'bisa berarti benar atau kata itu sendiri'],
    ['Berapa?{#1.000:0}', 'bisa berarti 1 atau 1000'],
    ['Berapa?{#1.000..1.500}', 'bisa berarti'],
    ['Berapa?{#12.500..12.600}', 'bisa berarti'],
    ['Berapa?{#1.250:0.5}', 'bisa berarti 1,25 atau 1250'],
    ['Berapa?{#1e6}', 'Tulis semua angkanya: 1000000'],
    ['Berapa?{#.5}', 'Tulis 0,5'],
    ['Jam?{#08:30}', 'diawali nol'],
    ['Apa?{=x = 5 ~x = 6}', 'Tulis \\= bila bagian dari jawaban'],
    ['Hitung.{=5+3=8}', 'Tulis \\= bila bagian dari jawaban'],
    ['Bahasa?{=C# ~Java}', 'tulis \\#'],
    ['Apa {ini} itu?{T}', 'lebih dari satu pasang kurung'],
    ['::Satu:: Soal.{T}\n::Dua:: Soal lain.{F}', 'Beri baris kosong di antara dua soal'],
    ['Apa?{~%lima%a ~%50 b}', 'bobot di'],
  ])('%s is refused: %s', (text, why) => {
    expect(read(text, 'x.gift')[0]).toMatch(/^1 refused /);
    expect(read(text, 'x.gift')[0]).toContain(why);
  });
});

describe('Aiken: every line has one role or the question is refused', () => {
  const question = (answer: string) => read(`Apa sebutannya?\nA. Kas\nB. Utang\n${answer}`, 'x.txt')[0]?.trim();

  it.each([
    ['ANSWER: B', '1 Utang'],
    ['ANSWER: B.', '1 Utang (baris jawaban "B." dibaca B)'],
    ['answer: b', '1 Utang (baris jawaban "b" dibaca B)'],
    ['ANSWER: (B)', '1 Utang (baris jawaban "(B)" dibaca B)'],
    ['ANSWER: B. Utang', '1 Utang (baris jawaban "B. Utang" dibaca B)'],
    ['ANSWER: Utang', '1 Utang (jawaban "Utang" dibaca B, menurut isi pilihannya)'],
    ['ANSWER: B\nPembahasan: Utang dibayar kembali.', '1 Utang'],
  ])('%j', (answer, told) => {
    expect(question(answer)).toBe(told);
  });

  it.each(['ANSWER: A dan B', 'ANSWER: AB', 'ANSWER: B. Kas', 'ANSWER:', 'ANSWER: C', 'Jawaban: B', 'KUNCI = B', ''])(
    '%j is refused',
    (answer) => {
      expect(
        answer === '' ? read('Apa?\nA. Kas\nB. Utang\n\nLain?\nA. x\nB. y\nANSWER: A', 'x.txt')[0] : question(answer),
      ).toContain('refused');
    },
  );

  it.each([
    'Kunci: A',
    'Kunci Jawaban A',
    'Jawabannya = A.',
    'Jawaban yang benar adalah A',
    '(Jawaban: A)',
    'Jwb: A',
    'Correct answer: A',
    'Answer - A',
    'JAWABAN\uff1aA',
  ])('"%s" is no ANSWER line, and no part of the question below it', (line) => {
    const text = `Satu?\nA. Laba\nB. Rugi\n${line}\n\nDua?\nA. Modal\nB. Pajak\nANSWER: A\n`;
    const [first, second, ...more] = entriesOf(readBank(Buffer.from(text), 'x.txt'));
    expect([first, second, more]).toMatchObject([
      { line: 1, refused: expect.stringContaining('Tulis ANSWER: A.') },
      { line: 6, question: { prompt: 'Dua?' } },
      [],
    ]);
  });

  it.each([
    'ANSWER: A\nKunci: B',
    'Kunci: B\nANSWER: A',
    'Kunci: B\n\nANSWER: A',
    'ANSWER: A\n\nANSWER: B',
    'ANSWER: A\nJawabannya B.\nANSWER: A',
    'ANSWER: A\nKunci: karena utang dibayar',
  ])('two keys are refused, and neither gets into a text: %j', (lines) => {
    const told = read(`Apa?\nA. Kas\nB. Utang\n${lines}\n\nLain?\nA. x\nB. y\nANSWER: B`, 'x.txt');
    expect(told).toEqual([expect.stringContaining('ada dua kunci: '), `${told[1]}`]);
    expect(told[1]).toMatch(/^\d+ y$/);
  });

  it('a key said twice is one key, and is told', () => {
    const told = read(
      'Apa?\nA. Kas\nB. Utang\nKunci: B\nANSWER: B\n\nKunci: apa gunanya?\nA. x\nB. y\nANSWER: B',
      'x.txt',
    );
    expect(told[0]).toBe('1 Utang (baris 4 ("Kunci: B") tidak dipakai: kuncinya sama)');
    expect(told[1]).toMatch(/^\d+ y$/);
  });

  it.each([
    ['Apa?\nA. Kas\nA. Utang\nB. Modal\nANSWER: A', 'pilihan A ada dua kali'],
    ['Apa?\nA. Kas\nC. Utang\nANSWER: A', 'datang C, bukan B'],
    ['Cerita.\nA. Rahman dan\nB. Siti ke pasar.\nSiapa?\nA. x\nB. y\nANSWER: A', 'tidak jelas mana pilihan'],
    ['Cerita.\nA. Rahman ke pasar.\n\nSiapa?\nA. x\nB. y\nANSWER: A', 'tidak jelas mana pilihan'],
  ])('%j is refused as one: %s', (text, why) => {
    const told = read(text, 'x.txt');
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(why);
  });

  it('never lets an explanation without a label into the next question', () => {
    const text = 'Apa?\nA. Kas\nB. Utang\nANSWER: A\nKas itu uang.\n\nApa lagi?\nA. x\nB. y\nANSWER: B\n';
    const entries = entriesOf(readBank(Buffer.from(text), 'x.txt'));
    expect(entries.map((it) => ('question' in it ? [it.question.prompt, it.question.rationale] : it))).toEqual([
      ['Apa?', 'Kas itu uang.'],
      ['Apa lagi?', 'Pembahasan belum ditulis.'],
    ]);
    const unclear = read(text.replace('ANSWER: A\nKas itu', 'ANSWER: A\n\nKas itu'), 'x.txt');
    expect(unclear[1]).toContain('pembahasan soal di atas atau bagian soal ini');
  });
});
