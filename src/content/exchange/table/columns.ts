/** The columns of a CSV file of questions, in the order of the template, with what they hold (Indonesian). */
export const csvColumns = {
  id: 'nama soal, huruf kecil dan tanda hubung; boleh kosong',
  kind: 'single, multiple, true-false, number, short-text, order, match, atau cloze',
  prompt: 'pertanyaan, paling banyak 60 kata',
  choice_1:
    'single, multiple: pilihan. order: langkah pertama. match: kiri = kanan (pengecoh ditulis tanpa kiri: = kanan)',
  choice_2: 'pilihan, langkah, atau pasangan kedua',
  choice_3: 'dan seterusnya',
  choice_4: '',
  choice_5: '',
  choice_6: '',
  choice_7: '',
  choice_8: '',
  choice_9: '',
  choice_10: '',
  key: 'single, multiple: nomor kolom pilihan yang benar, misalnya 2 atau 1|3. true-false: benar atau salah. number: angka seperti 12500 atau 12,5. short-text: jawaban yang diterima, dipisah |',
  tolerance: 'number: selisih yang masih benar, misalnya 50 atau 5% dari kunci; 0 bila harus tepat',
  unit: 'number: satuan, misalnya Rp',
  slip: 'short-text: ya bila satu salah ketik dimaafkan',
  marking: 'order: neighbours (bertetangga) atau places (tepat di tempatnya)',
  text: 'cloze: kalimat dengan isian. [[=benar|salah|salah]] dipilih, [[jawaban|jawaban lain]] diketik',
  rationale: 'mengapa jawabannya benar',
  hint: 'petunjuk; boleh kosong',
  source: 'id fakta, misalnya B-HPP-4; boleh kosong',
  read: 'nama berkas pelajaran untuk dibaca lagi; boleh kosong',
  points: 'poin; kosong berarti 1',
  extra: 'diisi oleh ekspor; biarkan kosong',
} as const;

export type Column = keyof typeof csvColumns;
export type Cells = Readonly<Record<Column, string>>;

export const columns = Object.keys(csvColumns) as Column[];

export const choiceColumns = columns.filter((column) => column.startsWith('choice_'));

/** What a kind has beside the columns that all share. */
export const ownColumns: Readonly<Record<string, readonly Column[]>> = {
  single: [...choiceColumns, 'key'],
  multiple: [...choiceColumns, 'key'],
  'true-false': [...choiceColumns, 'key'],
  number: ['key', 'tolerance', 'unit'],
  'short-text': ['key', 'slip'],
  order: [...choiceColumns, 'marking'],
  match: choiceColumns,
  cloze: ['text', 'slip'],
};

/** What the template has; more choices are read as well. */
export const templateColumns = columns.filter((column) => !/^(?:choice_(?:[7-9]|10)|extra)$/.test(column));

/** What the template says of itself: its first row, then what each column holds. */
export const templateRemarks = [
  '# Baris yang hanya berisi catatan seperti ini tidak dibaca. Isi setiap kolom:',
  ...templateColumns
    .filter((column) => csvColumns[column] !== '')
    .map((column) => `# ${column}: ${csvColumns[column]}`),
];

/** Whether a remark is one of the template's, of this version or an older one. */
export function isTemplateRemark(text: string): boolean {
  const name = /^# (\w+): /.exec(text)?.[1] ?? '';
  return columns.includes(name as Column) || text.startsWith('# Baris yang ');
}
