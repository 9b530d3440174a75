import type { PlainField } from '#domain/question/editor/field.ts';

/** The file that says where facts come from. */
export const sourcesFile = 'content/sources.yaml';

/** What is asked of somebody who adds a source. */
export const sourceFields: readonly PlainField[] = [
  {
    ...{ control: 'text', name: 'title', label: 'Judul', limit: 300 },
    hint: 'Judul aturan, buku, berita, atau halaman. Misalnya: UU 18/2017 tentang Pelindungan Pekerja Migran Indonesia.',
  },
  {
    ...{ control: 'text', name: 'publisher', label: 'Dari siapa', limit: 200 },
    hint: 'Kementerian, surat kabar, lembaga, atau orang yang memberi tahu.',
  },
  { control: 'number', name: 'year', label: 'Tahun', hint: 'Tahun terbitnya.', isOptional: true },
  {
    ...{ control: 'text', name: 'address', label: 'Alamat', limit: 300, isOptional: true },
    hint: 'Alamat halamannya, atau tempat bukunya disimpan.',
  },
  {
    ...{ control: 'pick', name: 'confidence', label: 'Seberapa pasti' },
    options: [
      { value: 'high', label: 'Pasti: dibaca sendiri di dokumen resmi' },
      { value: 'medium', label: 'Cukup: dari berita atau lembaga yang dipercaya' },
      { value: 'low', label: 'Belum pasti: dari cerita orang' },
    ],
  },
];
