/** What stands in a form: texts by field, and of fields that are lists their rows. */
export interface FormValues {
  readonly texts: Readonly<Record<string, string>>;
  readonly rows: Readonly<Record<string, readonly FormRow[]>>;
}

/** Texts by cell. Ids that nobody sees stand under their path; a row that is marked as right has `mark`. */
export type FormRow = Readonly<Record<string, string>>;

/** What marks a row as right. */
export const mark = '*';

/** What a control is called in the page: a question's fields may have names that the form's own have, too. */
export function controlName(name: string): string {
  return `f.${name}`;
}

/** What the marks of a list's rows are called in the page. */
export function markName(list: string): string {
  return `m.${list}`;
}

interface Named {
  /** Of a cell a path: `left.text`. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly isOptional?: boolean;
  /** Says something that a practice alone may say. */
  readonly isForPractice?: boolean;
}

/** One control, or one cell of a row. */
export type PlainField = Named &
  (
    | { readonly control: 'text'; readonly limit: number; readonly lines?: number }
    /** `allowsShare`: `"5%"` besides a number. */
    | { readonly control: 'number'; readonly allowsShare?: boolean }
    | { readonly control: 'pick'; readonly options: readonly Option[] }
    /** Texts, one a line. */
    | { readonly control: 'lines' }
    /** A lesson of the course. */
    | { readonly control: 'lesson' }
  );

export interface Option {
  readonly value: string | boolean;
  readonly label: string;
}

/** A list whose rows have the same cells. */
export type RowsField = Named & {
  readonly control: 'rows';
  readonly cells: readonly PlainField[];
  readonly least: number;
  readonly most: number;
  /** What has an id in a row: the row itself (`''`), or parts of it. `right` may be the same in several rows. */
  readonly owners?: readonly ('' | 'left' | 'right')[];
  /** Rows can be marked as right: the ids of the marked ones are what `name` holds. */
  readonly key?: { readonly name: string; readonly isMany: boolean };
  /** Whether the order of the rows says something. */
  readonly isOrdered?: boolean;
  /** For values that are no list of maps. */
  readonly open?: (value: unknown) => readonly FormRow[];
  readonly close?: (rows: readonly FormRow[]) => unknown;
};

export type EditorField = PlainField | RowsField;

/** The form with which one kind of question is written, as plain data: pages draw it, and what was sent is read by it. */
export interface QuestionEditor {
  /** Indonesian, as in "Pilihan tunggal". */
  readonly title: string;
  /** What it is good for, in one sentence. */
  readonly purpose: string;
  readonly fields: readonly EditorField[];
}

/** What can be picked; the right ones are marked. */
export function choicesField(isMany: boolean): RowsField {
  return {
    control: 'rows',
    name: 'choices',
    label: 'Pilihan',
    hint: isMany ? 'Tandai semua yang benar.' : 'Tandai satu yang benar.',
    cells: [
      { control: 'text', name: 'text', label: 'Pilihan', limit: 200 },
      {
        ...{ control: 'text', name: 'feedback', label: 'Kata untuk yang memilih ini', limit: 300 },
        ...{ isOptional: true, isForPractice: true },
      },
      {
        ...{ control: 'pick', name: 'fixed', label: 'Tempat', isOptional: true },
        options: [
          { value: true, label: 'Selalu di akhir, misalnya "semua benar"' },
          { value: false, label: 'Ikut diacak' },
        ],
      },
    ],
    ...{ least: 2, most: 6, owners: [''], key: { name: 'key', isMany } },
  };
}

/** Fields of every question, before those of its kind and after them. */
export const firstFields: readonly PlainField[] = [
  { control: 'text', name: 'prompt', label: 'Pertanyaan', hint: 'Paling banyak 60 kata.', limit: 600, lines: 3 },
];
export const lastFields: readonly PlainField[] = [
  {
    ...{ control: 'text', name: 'rationale', label: 'Mengapa itu benar', limit: 800, lines: 3 },
    hint: 'Dibaca peserta sesudah menjawab. Sebut cara berpikirnya, bukan hanya jawabannya.',
  },
  {
    ...{ control: 'text', name: 'hint', label: 'Petunjuk sebelum menjawab', limit: 300, lines: 2 },
    ...{ isOptional: true, isForPractice: true },
  },
  { control: 'lesson', name: 'read', label: 'Pelajaran untuk dibaca lagi', isOptional: true },
  {
    ...{ control: 'text', name: 'source', label: 'Kode fakta', limit: 40, isOptional: true },
    hint: 'Bila soal ini tentang hukum, uang, atau angka. Contoh: B-HPP-2.',
  },
];
