import type { Option, PlainField } from '#domain/question/editor/field.ts';

/** Lists of `content/` of which staff change or add entries by a form; the name of the file without its ending. */
export const entryLists = ['glossary', 'answers'] as const;
export type EntryList = (typeof entryLists)[number];

/** What the list is called in addresses. */
export const listAddress: Readonly<Record<EntryList, string>> = { glossary: 'istilah', answers: 'jawaban' };

/** Field that names an entry for people. */
export const entryTitle: Readonly<Record<EntryList, string>> = { glossary: 'term', answers: 'title' };

/** Where the entries stand in the file. */
export const listPath: Readonly<Record<EntryList, readonly string[]>> = { glossary: [], answers: ['needs'] };

/** An entry as its file holds it. */
export interface ListEntry {
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Controls of an entry's form, in the order of its file. `contacts` are numbers that can be called. */
export function entryFields(list: EntryList, contacts: readonly Option[]): readonly PlainField[] {
  return list === 'glossary' ? termFields : [...needFields, contactField(contacts)];
}

const termFields: readonly PlainField[] = [
  { control: 'text', name: 'term', label: 'Istilah', limit: 80 },
  {
    ...{ control: 'text', name: 'full', label: 'Kepanjangan', limit: 160, isOptional: true },
    hint: 'Untuk singkatan: HPP adalah harga pokok produksi.',
  },
  {
    ...{ control: 'text', name: 'meaning', label: 'Artinya', limit: 400, lines: 3 },
    hint: 'Satu atau dua kalimat dengan kata sehari-hari.',
  },
  {
    ...{ control: 'lines', name: 'also', label: 'Sebutan lain', isOptional: true },
    hint: 'Kata yang dipakai orang untuk hal yang sama, satu setiap baris.',
  },
  {
    ...{ control: 'lines', name: 'sources', label: 'Kode fakta', isOptional: true },
    hint: 'Bila artinya diambil dari aturan atau buku, satu kode setiap baris. Contoh: B-HPP-2.',
  },
];

const needFields: readonly PlainField[] = [
  {
    ...{ control: 'text', name: 'title', label: 'Kebutuhan', limit: 80 },
    hint: 'Seperti orang menyebutnya, misalnya: Paspor ditahan majikan.',
  },
  {
    ...{ control: 'lines', name: 'typed', label: 'Yang diketik orang' },
    hint: 'Kata atau kalimat yang diketik orang di pencarian, satu setiap baris.',
  },
  {
    ...{ control: 'lesson', name: 'lesson', label: 'Pelajaran yang menjawab', isOptional: true },
    hint: 'Bila kosong, yang dibuka halaman Minta bantuan.',
  },
  {
    ...{ control: 'text', name: 'section', label: 'Judul bagian di pelajaran itu', limit: 120, isOptional: true },
    hint: 'Persis seperti judul bagiannya.',
  },
];

function contactField(options: readonly Option[]): PlainField {
  return { control: 'pick', name: 'contact', label: 'Nomor yang ditampilkan', options };
}

/** The entry that is called the same already, in other letters perhaps, or by one of its other names. */
export function findNamesake(list: EntryList, entries: readonly ListEntry[], own: ListEntry): ListEntry | undefined {
  const title = entryTitle[list];
  const name = plainName(own.fields[title]);
  return entries.find(({ id, fields }) => {
    if (id === own.id) return false;
    return [fields[title], fields.full, ...(Array.isArray(fields.also) ? fields.also : [])]
      .map(plainName)
      .includes(name);
  });
}

function plainName(value: unknown): string {
  return typeof value === 'string'
    ? value
        .toLowerCase()
        .replace(/[\s-]+/g, ' ')
        .trim()
    : '';
}

/** The entries in which all words of a search stand, in the order of the file. */
export function searchEntries(entries: readonly ListEntry[], search: string): readonly ListEntry[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter(({ fields }) => {
    const text = Object.values(fields).flat().join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
