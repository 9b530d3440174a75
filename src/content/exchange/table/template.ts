import { type Cells, templateColumns, templateRemarks } from './columns.ts';
import { writeCsv } from '#domain/csv.ts';

/** A CSV file to fill in: rows that hold nothing but a text with `#` explain the columns, one row a kind is an example. */
export function csvTemplate(): string {
  const examples: readonly Partial<Cells>[] = [
    {
      id: 'gas-dapur',
      kind: 'single',
      prompt: 'Gas untuk menggoreng keripik termasuk biaya apa?',
      choice_1: 'Biaya variabel',
      choice_2: 'Biaya tetap',
      key: '1',
      rationale: 'Makin banyak batch, makin banyak gas terpakai.',
    },
    {
      id: 'biaya-tetap',
      kind: 'multiple',
      prompt: 'Mana yang termasuk biaya tetap? Pilih semua yang tepat.',
      choice_1: 'Sewa tempat',
      choice_2: 'Minyak goreng',
      choice_3: 'Pulsa bulanan',
      key: '1|3',
      rationale: 'Sewa dan pulsa sama saja, banyak atau sedikit produksinya.',
    },
    {
      id: 'laba-bukan-uang-kas',
      kind: 'true-false',
      prompt: 'Laba selalu sama dengan uang di dompet usaha.',
      key: 'salah',
      rationale: 'Penjualan yang belum dibayar sudah menjadi laba, tetapi belum menjadi uang.',
    },
    {
      id: 'biaya-per-bungkus',
      kind: 'number',
      prompt: 'Biaya satu batch Rp150.000 dan jadi 40 bungkus. Berapa biaya per bungkus?',
      key: '3750',
      tolerance: '50',
      unit: 'Rp',
      rationale: '150.000 ÷ 40 = 3.750.',
    },
    {
      id: 'nama-catatan',
      kind: 'short-text',
      prompt: 'Apa nama buku untuk mencatat uang masuk dan keluar?',
      key: 'buku kas|catatan kas',
      slip: 'ya',
      rationale: 'Buku kas mencatat setiap uang masuk dan keluar.',
    },
    {
      id: 'urutan-hitung',
      kind: 'order',
      prompt: 'Urutkan cara menghitung harga.',
      choice_1: 'Catat semua biaya',
      choice_2: 'Bagi dengan jumlah jadi',
      choice_3: 'Tambahkan margin',
      marking: 'neighbours',
      rationale: 'Harga berangkat dari biaya per bungkus.',
    },
    {
      id: 'pasangan-biaya',
      kind: 'match',
      prompt: 'Pasangkan biaya dengan jenisnya.',
      choice_1: 'Singkong = Biaya bahan',
      choice_2: 'Sewa dapur = Biaya tetap',
      choice_3: '= Laba',
      rationale: 'Singkong dipakai setiap batch; sewa dibayar setiap bulan.',
    },
    {
      id: 'isian-titik-impas',
      kind: 'cloze',
      prompt: 'Lengkapi kalimat.',
      text: 'Di titik impas, labanya [[=nol|dua kali]] dan semua [[biaya]] sudah tertutup.',
      rationale: 'Titik impas berarti belum untung dan tidak rugi.',
    },
  ];
  return writeCsv([
    templateColumns,
    ...templateRemarks.map((remark) => [remark]),
    ...examples.map((example) => templateColumns.map((column) => example[column] ?? '')),
  ]);
}
