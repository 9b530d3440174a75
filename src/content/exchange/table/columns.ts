/** The columns of a CSV file of questions, in the order of the template, with what they hold (Indonesian). */
export const csvColumns = {
  id: 'nama soal, huruf kecil dan tanda hubung; boleh kosong',
  kind: 'single, multiple, true-false, number, short-text, order, match, atau cloze',
  prompt: 'pertanyaan, paling banyak 60 kata',
  choice_1: 'single, multiple: pilihan. order: langkah pertama. match: kiri = kanan (tanpa kiri: pengecoh)',
  choice_2: 'pilihan, langkah, atau pasangan kedua',
  choice_3: 'dan seterusnya',
  choice_4: '',
  choice_5: '',
  choice_6: '',
  key: 'single, multiple: nomor pilihan yang benar, misalnya 2 atau 1|3. true-false: benar atau salah. number: angka. short-text: jawaban yang diterima, dipisah |',
  tolerance: 'number: selisih yang masih benar; 0 bila harus tepat',
  unit: 'number: satuan, misalnya Rp',
  slip: 'short-text: ya bila satu salah ketik dimaafkan',
  marking: 'order: neighbours (bertetangga) atau places (tepat di tempatnya)',
  text: 'cloze: kalimat dengan isian. [[=benar|salah|salah]] dipilih, [[jawaban|jawaban lain]] diketik',
  rationale: 'mengapa jawabannya benar',
  hint: 'petunjuk; boleh kosong',
  source: 'id fakta, misalnya B-HPP-4; boleh kosong',
  read: 'nama berkas pelajaran untuk dibaca lagi; boleh kosong',
  points: 'poin; kosong berarti 1',
} as const;

export type Column = keyof typeof csvColumns;
export type Cells = Readonly<Record<Column, string>>;

export const columns = Object.keys(csvColumns) as Column[];
